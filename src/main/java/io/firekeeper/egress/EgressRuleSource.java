package io.firekeeper.egress;

import java.util.List;

/**
 * Where the allow list is kept.
 */
interface EgressRuleSource {

	List<EgressRule> all();

}
