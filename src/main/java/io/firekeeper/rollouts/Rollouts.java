package io.firekeeper.rollouts;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All rollouts.
 */
interface Rollouts extends Repository<Rollout, UUID> {

	Rollout saveAndFlush(Rollout rollout);

	Optional<Rollout> findById(UUID id);

	Optional<Rollout> findByNumber(long number);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Rollout r where r.id = :id")
	Optional<Rollout> lock(UUID id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Rollout r where r.number = :number")
	Optional<Rollout> lock(long number);

}
