package io.firekeeper.revisions;

import java.util.List;

/**
 * What a change would do, for the REST API.
 *
 * @param version the version of the change that this is about, for submitting it
 * @param submittable whether it could be submitted now
 * @param remarks problems and findings
 * @param affected the names of the replicas it would change
 * @param replicas how many replicas there are
 * @param outdated the policies that moved on since the edits began
 */
record PreviewDocument(long version, boolean submittable, List<RemarkDocument> remarks, List<String> affected,
		int replicas, List<String> outdated) {

	static PreviewDocument of(Preview preview, RemarkTexts texts) {
		return new PreviewDocument(preview.version(), preview.isSubmittable(), texts.documents(Remark.of(preview)),
				preview.effect().replicas().stream().map((effect) -> effect.replica().name()).toList(),
				preview.replicaCount(),
				preview.edits().stream().filter(EditPreview::isOutdated).map(EditPreview::policy).toList());
	}

}
