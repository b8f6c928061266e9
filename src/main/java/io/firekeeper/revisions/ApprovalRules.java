package io.firekeeper.revisions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How revisions are approved.
 *
 * @param required how many people must approve
 */
@ConfigurationProperties("firekeeper.approvals")
record ApprovalRules(@DefaultValue("1") int required) {

	ApprovalRules {
		if (required < 1) {
			throw new IllegalArgumentException("firekeeper.approvals.required must be at least 1");
		}
	}

}
