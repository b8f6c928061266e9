package io.firekeeper.web;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Open;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Fails in the way that its URL names.
 */
@Open("exists in tests only")
@Controller
class FailingController {

	@GetMapping({ "/test/fail/{how}", "/api/test/fail/{how}" })
	@ResponseBody
	String fail(@PathVariable String how) {
		throw switch (how) {
			case "stale-row" -> new OptimisticLockingFailureException("version 7");
			case "database" -> new DataAccessResourceFailureException("connection refused by 10.1.2.3");
			case "defect" -> new IllegalStateException("secret detail");
			default -> new Fault(FaultKind.valueOf(how), Message.of("web.not-found", "/<b>x</b>"),
					List.of(new Fault.Detail("spec.name", 3, Message.of("web.live.stale"))));
		};
	}

	@PostMapping("/api/test/bodies")
	@ResponseBody
	Body read(@Valid @RequestBody Body body) {
		return body;
	}

	@GetMapping("/api/test/etag")
	@ResponseBody
	long etag(@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return ETags.require(ifMatch);
	}

	record Body(@NotBlank String name, int count) {
	}

}
