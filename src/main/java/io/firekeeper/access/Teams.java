package io.firekeeper.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * The teams.
 */
interface Teams extends Repository<Team, UUID> {

	Team saveAndFlush(Team team);

	Optional<Team> findByName(String name);

	List<Team> findAllByOrderByName();

	boolean existsByName(String name);

}
