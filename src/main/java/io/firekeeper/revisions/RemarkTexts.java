package io.firekeeper.revisions;

import java.util.List;
import java.util.stream.Collectors;

import io.firekeeper.faults.Message;
import io.firekeeper.web.Texts;

import org.springframework.stereotype.Component;

/**
 * Puts remarks into words, in the language of the request.
 */
@Component
class RemarkTexts {

	private final Texts texts;

	RemarkTexts(Texts texts) {
		this.texts = texts;
	}

	RemarkDocument document(Remark remark) {
		String fix = remark.fix().stream().map(this.texts::of).collect(Collectors.joining(" "));
		return new RemarkDocument(remark.severity(), remark.policy(), remark.line(), remark.column(), remark.path(),
				remark.replica(), this.texts.of(remark.sentence()), fix.isEmpty() ? null : fix, remark.check());
	}

	List<RemarkDocument> documents(List<Remark> remarks) {
		return remarks.stream().map(this::document).toList();
	}

	String of(Message message) {
		return this.texts.of(message);
	}

}
