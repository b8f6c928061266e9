package io.firekeeper.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Writes the events of a stream to its page on a thread of its own, and a sign of life
 * when there are none.
 */
class LiveWriter {

	/** The name of the event that only says that the stream is alive. */
	static final String BEAT = "beat";

	private static final int BEAT_SECONDS = 15;

	private final LiveStream stream;

	private final BooleanSupplier mayGoOn;

	private final Runnable whenOver;

	private final SseEmitter emitter = new SseEmitter(0L);

	LiveWriter(LiveStream stream, BooleanSupplier mayGoOn, Runnable whenOver) {
		this.stream = stream;
		this.mayGoOn = mayGoOn;
		this.whenOver = whenOver;
	}

	SseEmitter start() {
		this.emitter.onCompletion(this.whenOver);
		this.emitter.onTimeout(this.whenOver);
		this.emitter.onError((cause) -> this.whenOver.run());
		Thread.ofVirtual().name("live-stream").start(this::writeUntilOver);
		return this.emitter;
	}

	private void writeUntilOver() {
		try {
			this.emitter.send(beat());
			while (this.mayGoOn.getAsBoolean()) {
				Optional<Map.Entry<String, String>> event = this.stream.next(BEAT_SECONDS, TimeUnit.SECONDS);
				if (this.stream.isClosed() || !this.mayGoOn.getAsBoolean()) {
					break;
				}
				this.emitter.send(event.map(LiveWriter::message).orElseGet(LiveWriter::beat));
			}
			this.emitter.complete();
		}
		catch (IOException | IllegalStateException ex) {
			this.emitter.completeWithError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.whenOver.run();
		}
	}

	private static SseEventBuilder message(Map.Entry<String, String> event) {
		return SseEmitter.event().name(event.getKey()).id(event.getValue()).data("");
	}

	private static SseEventBuilder beat() {
		return SseEmitter.event().name(BEAT).data("");
	}

}
