package io.firekeeper.checks;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * A scrape that may take longer than the time to the next one. Prometheus refuses the
 * whole file for it. A timeout that is nowhere set is cut to the interval
 * ({@code prometheus/prometheus config/config.go}, {@code ScrapeConfig.Validate}).
 */
@Component
class ScrapeTimeoutOverInterval implements ClusterCheck {

	private static final String NAME = "scrape-timeout-over-interval";

	private static final String INTERVAL = "scrape_interval";

	private static final String TIMEOUT = "scrape_timeout";

	private static final String DEFAULT_INTERVAL = "1m";

	@Override
	public List<Finding> check(CheckSubject subject) {
		return subject.rendered().stream().flatMap((replica) -> check(replica).stream()).distinct().toList();
	}

	private static List<Finding> check(RenderedReplica replica) {
		YamlMapping global = (replica.configuration().get("global") instanceof YamlMapping mapping) ? mapping
				: YamlMapping.empty();
		List<Finding> findings = new ArrayList<>();
		if (replica.configuration().get("scrape_configs") instanceof YamlSequence jobs) {
			for (YamlNode job : jobs.items()) {
				if (job instanceof YamlMapping mapping) {
					check(replica, mapping, global, findings);
				}
			}
		}
		return findings;
	}

	private static void check(RenderedReplica replica, YamlMapping job, YamlMapping global, List<Finding> findings) {
		YamlScalar timeout = scalar(TIMEOUT, job, global);
		YamlScalar interval = scalar(INTERVAL, job, global);
		if (timeout == null || !(job.get("job_name") instanceof YamlScalar name)) {
			return;
		}
		String shown = (interval != null) ? interval.text() : DEFAULT_INTERVAL;
		PrometheusDuration limit = PrometheusDuration.orNull(shown);
		PrometheusDuration wanted = PrometheusDuration.orNull(timeout.text());
		String policy = replica.jobPolicies().get(name.text());
		if (policy != null && limit != null && wanted != null && wanted.compareTo(limit) > 0) {
			YamlNode place = (job.get(TIMEOUT) != null) ? timeout : name;
			findings.add(Finding.in(policy, place.position(), Severity.ERROR, NAME, "longer", name.text(),
					timeout.text(), shown));
		}
	}

	private static @Nullable YamlScalar scalar(String key, YamlMapping job, YamlMapping global) {
		YamlNode own = job.get(key);
		YamlNode node = (own != null) ? own : global.get(key);
		return (node instanceof YamlScalar scalar) ? scalar : null;
	}

}
