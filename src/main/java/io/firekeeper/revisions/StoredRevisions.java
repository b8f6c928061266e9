package io.firekeeper.revisions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All revisions.
 */
interface StoredRevisions extends Repository<Revision, UUID> {

	<S extends Revision> S saveAndFlush(S revision);

	Optional<Revision> findByNumber(long number);

	/** For writing: one writer at a time, the others wait and then see what it wrote. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Revision r where r.number = :number")
	Optional<Revision> lock(long number);

	/** The latest revision of a change. */
	Optional<Revision> findFirstByChangeNumberOrderByNumberDesc(long changeNumber);

	List<Revision> findByChangeNumberOrderByNumberDesc(long changeNumber);

	List<Revision> findByStateInOrderByNumberDesc(List<RevisionState> states, Limit limit);

	@Query(value = "select nextval('revision_numbers')", nativeQuery = true)
	long nextNumber();

	@Query(value = "select nextval('revision_begin_numbers')", nativeQuery = true)
	long nextBeginNumber();

}
