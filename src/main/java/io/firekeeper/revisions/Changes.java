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
 * All changes.
 */
interface Changes extends Repository<Change, UUID> {

	<S extends Change> S saveAndFlush(S change);

	Optional<Change> findByNumber(long number);

	/** For writing: one writer at a time, the others wait and then see what it wrote. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Change c where c.number = :number")
	Optional<Change> lock(long number);

	List<Change> findByStateInOrderByNumberDesc(List<ChangeState> states, Limit limit);

	List<Change> findByStateInAndAuthorIdOrderByNumberDesc(List<ChangeState> states, UUID authorId, Limit limit);

	@Query(value = "select nextval('change_numbers')", nativeQuery = true)
	long nextNumber();

}
