package io.firekeeper.promql.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Cardinality;
import io.firekeeper.promql.ValueType;
import io.firekeeper.promql.VectorMatching;
import org.jspecify.annotations.Nullable;

/**
 * What comes out of operations with two sides (prometheus/prometheus
 * {@code promql/engine.go}, {@code VectorBinop} and {@code resultMetric}).
 */
final class Matchings {

	private final Binary binary;

	private final List<Outcome> left;

	private final List<Outcome> right;

	private Matchings(Binary binary, Outcomes outcomes) {
		this.binary = binary;
		this.left = outcomes.within(binary.left());
		this.right = outcomes.within(binary.right());
	}

	static List<Outcome> of(Binary binary, Outcomes outcomes) {
		return new Matchings(binary, outcomes).outcomes();
	}

	private List<Outcome> outcomes() {
		if (this.binary.matching() == null) {
			return new Computation(this.binary).withNumber(this.left, this.right);
		}
		boolean many = this.left.size() * this.right.size() > Outcomes.MOST;
		List<Outcome> others = many ? List.of(Merging.merged(this.right)) : this.right;
		return switch (this.binary.operator()) {
			case OR -> union();
			case AND -> this.left.stream().map((mine) -> intersected(mine, others)).toList();
			case UNLESS -> this.left.stream().map((mine) -> subtracted(mine, others)).toList();
			default -> pairs(many ? List.of(Merging.merged(this.left)) : this.left, others);
		};
	}

	private List<Outcome> union() {
		List<Outcome> all = new ArrayList<>(this.left);
		for (Outcome other : this.right) {
			boolean hidden = this.left.stream()
				.anyMatch((mine) -> mine.always() && !mine.isDead() && isSameGroup(mine, other));
			all.add(hidden ? other.asDead(Outcome.Dead.Reason.HIDDEN, this.binary.left().range()) : other);
		}
		return all;
	}

	private Outcome intersected(Outcome mine, List<Outcome> others) {
		Sides sides = sides();
		Outcome result = mine;
		boolean possible = false;
		boolean sure = false;
		Outcome.@Nullable Dead dead = null;
		for (Outcome other : others) {
			Outcome.Dead contradiction = other.isDead() ? other.dead() : sides.contradiction(mine, other);
			possible |= contradiction == null;
			dead = (dead != null) ? dead : contradiction;
			sure |= other.always() && isSameGroup(mine, other);
			result = result.joined(other, this.binary);
		}
		if (!possible && dead != null) {
			return result.asDead(dead.reason(), dead.range(), dead.arguments().toArray(String[]::new));
		}
		return sure ? result : result.asFiltered();
	}

	private Outcome subtracted(Outcome mine, List<Outcome> others) {
		Outcome result = mine;
		boolean gone = false;
		for (Outcome other : others) {
			gone |= other.always() && !other.isDead() && isSameGroup(mine, other);
			result = result.joined(dulled(mine, other), this.binary);
		}
		return gone ? result.asDead(Outcome.Dead.Reason.TAKEN_AWAY, this.binary.right().range()) : result.asFiltered();
	}

	/** The other side, dead when it never meets this one. */
	private Outcome dulled(Outcome mine, Outcome other) {
		Outcome.Dead contradiction = sides().contradiction(mine, other);
		return (contradiction == null) ? other : other.asDead(contradiction.reason(), contradiction.range(),
				contradiction.arguments().toArray(String[]::new));
	}

	private List<Outcome> pairs(List<Outcome> lefts, List<Outcome> rights) {
		List<Outcome> alive = new ArrayList<>();
		List<Outcome> dead = new ArrayList<>();
		for (Outcome mine : lefts) {
			for (Outcome other : rights) {
				Outcome pair = pair(mine, other);
				(pair.isDead() ? dead : alive).add(pair);
			}
		}
		return alive.isEmpty() ? dead : alive;
	}

	private Outcome pair(Outcome mine, Outcome other) {
		VectorMatching matching = matching();
		boolean mirrored = matching.cardinality() == Cardinality.ONE_TO_MANY;
		Outcome many = mirrored ? other : mine;
		Outcome one = mirrored ? mine : other;
		Sides sides = sides();
		Outcome result = new Computation(this.binary)
			.computed(many.with(sides.labels(many.labels(), one.labels())).joined(one, this.binary), mine, other);
		Outcome.Dead contradiction = (one.dead() != null) ? one.dead() : sides.contradiction(mine, other);
		if (contradiction != null) {
			return result.asDead(contradiction.reason(), contradiction.range(),
					contradiction.arguments().toArray(String[]::new));
		}
		boolean sure = mine.always() && other.always() && isSameGroup(mine, other);
		return (sure && result.always()) ? result : result.sometimes();
	}

	/**
	 * Whether any series of both sides belong together, as they have no label to tell
	 * them apart.
	 */
	private boolean isSameGroup(Outcome mine, Outcome other) {
		VectorMatching matching = matching();
		if (!matching.on()) {
			return mine.labels().isEmpty() && other.labels().isEmpty();
		}
		return matching.labels()
			.stream()
			.allMatch((label) -> mine.labels().of(label).isAbsent() && other.labels().of(label).isAbsent());
	}

	private Sides sides() {
		return new Sides(this.binary, matching());
	}

	private VectorMatching matching() {
		return Objects.requireNonNull(this.binary.matching(), "both sides are vectors");
	}

	static boolean keepsName(Binary binary) {
		BinaryOperator operator = binary.operator();
		return operator.isSetOperator() || (operator.isComparison() && !binary.returnBool())
				|| binary.type() == ValueType.SCALAR;
	}

}
