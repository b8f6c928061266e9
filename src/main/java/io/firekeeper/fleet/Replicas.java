package io.firekeeper.fleet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The stored replicas.
 */
interface Replicas extends Repository<ReplicaEntity, UUID> {

	List<ReplicaEntity> findAllByOrderByName();

	List<ReplicaEntity> findByClusterIdOrderByName(UUID clusterId);

	Optional<ReplicaEntity> findByName(String name);

	Optional<ReplicaEntity> findById(UUID id);

	/** For a change of it: others wait. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<ReplicaEntity> findForChangeByName(String name);

	@Modifying
	@Query("update ReplicaEntity r set r.prometheusVersion = :version "
			+ "where r.id = :id and r.prometheusVersion <> :version")
	int noteVersion(UUID id, String version);

	ReplicaEntity save(ReplicaEntity replica);

	void delete(ReplicaEntity replica);

	void flush();

}
