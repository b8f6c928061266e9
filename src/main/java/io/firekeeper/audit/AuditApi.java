package io.firekeeper.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The audit log in the REST API.
 */
@RestController
class AuditApi {

	private final AuditSearch search;

	private final AuditChain chain;

	private final JsonMapper json;

	AuditApi(AuditSearch search, AuditChain chain, JsonMapper json) {
		this.search = search;
		this.chain = chain;
		this.json = json;
	}

	/** The entries of a filter, in their order, as a JSON array; streamed. */
	@GetMapping("/api/v1/audit")
	@Requires(Permission.AUDIT_READ)
	void export(AuditFilter filter, @RequestParam(defaultValue = "false") boolean download,
			HttpServletResponse response) throws IOException {
		filter.start();
		filter.end();
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		if (download) {
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("firekeeper-audit.json").build().toString());
		}
		try (SequenceWriter array = this.json.writer().writeValuesAsArray(response.getOutputStream())) {
			this.search.each(filter, array::write);
		}
	}

	/** Checks the chain from its first row to its last. */
	@GetMapping("/api/v1/audit/verification")
	@Requires(Permission.AUDIT_READ)
	ChainReport verification() {
		return this.chain.verify();
	}

}
