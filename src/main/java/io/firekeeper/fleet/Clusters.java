package io.firekeeper.fleet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/**
 * The stored clusters.
 */
interface Clusters extends Repository<ClusterEntity, UUID> {

	List<ClusterEntity> findAllByOrderByName();

	Optional<ClusterEntity> findByName(String name);

	Optional<ClusterEntity> findById(UUID id);

	/** For a change of it: others wait. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<ClusterEntity> findForChangeByName(String name);

	ClusterEntity save(ClusterEntity cluster);

	void delete(ClusterEntity cluster);

	void flush();

}
