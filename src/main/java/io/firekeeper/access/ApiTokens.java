package io.firekeeper.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The API tokens.
 */
interface ApiTokens extends Repository<ApiToken, UUID> {

	ApiToken saveAndFlush(ApiToken token);

	Optional<ApiToken> findById(UUID id);

	@Query("select t from ApiToken t where t.ownerId = :owner and t.revokedAt is null order by t.name")
	List<ApiToken> valid(UUID owner);

	@Query("select t from ApiToken t where t.revokedAt is null order by t.name")
	List<ApiToken> valid();

}
