package io.firekeeper.revisions;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Settings of this module.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalRules.class)
class RevisionsConfiguration {

}
