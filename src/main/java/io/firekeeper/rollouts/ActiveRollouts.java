package io.firekeeper.rollouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rollouts that have not ended, for pages that show what is happening to clusters.
 */
@Component
public class ActiveRollouts {

	private static final String ACTIVE = """
			select r.number, r.revision, r.state, c.cluster_id from rollouts_cluster c
			join rollouts_rollout r on r.id = c.rollout_id where c.active""";

	private final JdbcClient jdbc;

	ActiveRollouts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One for every cluster that is held. */
	public List<ActiveRollout> all() {
		return this.jdbc.sql(ACTIVE).query((row, number) -> active(row)).list();
	}

	private static ActiveRollout active(ResultSet row) throws SQLException {
		return new ActiveRollout(row.getLong("number"), row.getLong("revision"),
				row.getObject("cluster_id", UUID.class), progress(RolloutState.valueOf(row.getString("state"))));
	}

	private static ActiveRollout.Progress progress(RolloutState state) {
		return switch (state) {
			case PAUSED -> ActiveRollout.Progress.PAUSED;
			case ROLLING_BACK -> ActiveRollout.Progress.ROLLING_BACK;
			case RUNNING, SUCCEEDED, ROLLED_BACK, FAILED -> ActiveRollout.Progress.ROLLING_OUT;
		};
	}

}
