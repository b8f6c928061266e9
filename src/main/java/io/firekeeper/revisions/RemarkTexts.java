package io.firekeeper.revisions;

import java.util.List;

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
		Message fix = remark.fix();
		return new RemarkDocument(remark.severity(), remark.policy(), remark.line(), remark.column(), remark.path(),
				remark.replica(), this.texts.of(remark.sentence()), (fix != null) ? this.texts.of(fix) : null,
				remark.check());
	}

	List<RemarkDocument> documents(List<Remark> remarks) {
		return remarks.stream().map(this::document).toList();
	}

	String of(Message message) {
		return this.texts.of(message);
	}

}
