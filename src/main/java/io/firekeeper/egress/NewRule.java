package io.firekeeper.egress;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A new rule as REST takes it.
 *
 * @param cidr the addresses
 * @param portFrom the first port
 * @param portTo the last port; without it only the first
 * @param scheme which scheme; without it any
 * @param note what it is for
 */
record NewRule(@Nullable String cidr, @Nullable Integer portFrom, @Nullable Integer portTo,
		EgressRule.@Nullable Scheme scheme, @Nullable String note) {

	Opening opening() {
		int from = Objects.requireNonNullElse(this.portFrom, 0);
		return new Opening(Objects.requireNonNullElse(this.cidr, ""), from,
				Objects.requireNonNullElse(this.portTo, from),
				Objects.requireNonNullElse(this.scheme, EgressRule.Scheme.ANY),
				Objects.requireNonNullElse(this.note, ""));
	}

}
