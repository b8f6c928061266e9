package io.firekeeper.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.FileDiff;
import io.firekeeper.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of the audit log.
 */
@Controller
class AuditController {

	private static final AuditFilter NOTHING = new AuditFilter("", "", "", "", "", "");

	private final AuditSearch search;

	private final AuditChain chain;

	AuditController(AuditSearch search, AuditChain chain) {
		this.search = search;
		this.chain = chain;
	}

	@GetMapping("/audit")
	@Requires(Permission.AUDIT_READ)
	String page(AuditFilter filter, @RequestParam(defaultValue = "1") int page,
			@RequestParam(defaultValue = "false") boolean verify, Model model, HttpServletResponse response) {
		model.addAttribute("filter", filter);
		try {
			show(filter, page, model);
		}
		catch (Fault fault) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("fault", fault);
			show(NOTHING, 1, model);
		}
		if (verify) {
			model.addAttribute("report", this.chain.verify());
		}
		return "audit/log";
	}

	private void show(AuditFilter filter, int page, Model model) {
		Paging paging = Paging.of(page, this.search.count(filter));
		List<AuditEntry> entries = this.search.page(filter, paging.offset(), paging.size());
		Map<Long, @Nullable FileDiff> differences = new LinkedHashMap<>();
		entries.forEach((entry) -> differences.put(entry.seq(), EntryDiff.of(entry)));
		model.addAttribute("paging", paging);
		model.addAttribute("entries", entries);
		model.addAttribute("differences", differences);
	}

}
