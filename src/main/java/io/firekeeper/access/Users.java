package io.firekeeper.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * The accounts.
 */
interface Users extends Repository<User, UUID> {

	User saveAndFlush(User user);

	Optional<User> findByName(String name);

	List<User> findAllByOrderByName();

	boolean existsByName(String name);

	long count();

}
