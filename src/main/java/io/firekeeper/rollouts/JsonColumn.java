package io.firekeeper.rollouts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.firekeeper.faults.Message;
import io.firekeeper.telemetry.GateReading;
import io.firekeeper.telemetry.Observation;
import io.firekeeper.telemetry.Origin;
import io.firekeeper.telemetry.ReloadMark;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value that is kept as a JSON document in one column.
 *
 * @param <T> the type of the value
 */
abstract class JsonColumn<T> implements AttributeConverter<T, String> {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final TypeReference<T> type;

	JsonColumn(TypeReference<T> type) {
		this.type = type;
	}

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable T value) {
		return (value != null) ? MAPPER.writeValueAsString(value) : null;
	}

	@Override
	public @Nullable T convertToEntityAttribute(@Nullable String json) {
		return (json != null) ? MAPPER.readValue(json, this.type) : null;
	}

	@Converter
	static class OfParameters extends JsonColumn<Parameters> {

		OfParameters() {
			super(new TypeReference<>() {
			});
		}

	}

	@Converter
	static class OfMessage extends JsonColumn<Message> {

		OfMessage() {
			super(new TypeReference<>() {
			});
		}

	}

	@Converter
	static class OfMessages extends JsonColumn<List<Message>> {

		OfMessages() {
			super(new TypeReference<>() {
			});
		}

	}

	@Converter
	static class OfNames extends JsonColumn<List<String>> {

		OfNames() {
			super(new TypeReference<>() {
			});
		}

	}

	@Converter
	static class OfTimes extends JsonColumn<Map<StepState, Instant>> {

		OfTimes() {
			super(new TypeReference<>() {
			});
		}

	}

	@Converter
	static class OfProof extends JsonColumn<List<Observation>> {

		OfProof() {
			super(new TypeReference<>() {
			});
		}

	}

	@Converter
	static class OfMark extends JsonColumn<ReloadMark> {

		OfMark() {
			super(new TypeReference<>() {
			});
		}

	}

	@Converter
	static class OfOrigin extends JsonColumn<Origin> {

		OfOrigin() {
			super(new TypeReference<>() {
			});
		}

	}

	@Converter
	static class OfReading extends JsonColumn<GateReading> {

		OfReading() {
			super(new TypeReference<>() {
			});
		}

	}

	@Converter
	static class OfGate extends JsonColumn<GateResult> {

		OfGate() {
			super(new TypeReference<>() {
			});
		}

	}

}
