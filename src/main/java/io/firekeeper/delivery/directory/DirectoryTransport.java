package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;

import io.firekeeper.delivery.Consignment;
import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.delivery.Transport;
import io.firekeeper.delivery.TransportReading;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.DirectoryTarget;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Delivers into a directory that the replica sees, as {@code rev-<n>-<digest>/}, and
 * swaps the relative link {@code current}. Nothing ever sees half a bundle: an empty or
 * truncated prometheus.yml reloads with 200 and drops every job.
 */
@Component
class DirectoryTransport implements Transport {

	private static final Logger logger = LoggerFactory.getLogger(DirectoryTransport.class);

	private static final int NAMES = 100;

	private final TargetLocks locks;

	private final OldRevisions oldRevisions;

	private final ReplicaWords words;

	DirectoryTransport(TargetLocks locks, Clock clock, ReplicaWords words) {
		this.locks = locks;
		this.oldRevisions = new OldRevisions(clock);
		this.words = words;
	}

	@Override
	public PushOutcome push(DirectoryTarget directory, Consignment consignment) {
		try {
			Target target = Target.open(directory);
			String present = find(target, consignment);
			return (present != null) ? claimAndSwap(target, consignment, () -> reuse(target, present))
					: stageAndSwap(target, consignment);
		}
		catch (NoSuchFileException ex) {
			return overtaken(directory, consignment.epoch(), ex);
		}
		catch (IOException ex) {
			return new PushOutcome.Failed(this.words.of(SystemWords.of(ex)));
		}
	}

	@Override
	public PushOutcome restore(DirectoryTarget directory, String name, String digest, long epoch) {
		try {
			Target target = Target.open(directory);
			try (TargetLock lock = this.locks.acquire(target.root())) {
				long highest = lock.epoch();
				if (highest > epoch) {
					return new PushOutcome.EpochRefused(highest);
				}
				lock.keep(epoch);
				target.swap(name, epoch);
				return new PushOutcome.Pushed(digest);
			}
		}
		catch (IOException ex) {
			return new PushOutcome.Failed(this.words.of(SystemWords.of(ex)));
		}
	}

	@Override
	public TransportReading read(DirectoryTarget directory) {
		try {
			Target target = Target.open(directory);
			Optional<String> current = target.current();
			return current.isEmpty() ? new TransportReading.Nothing()
					: new TransportReading.Found(current.get(), target.read(current.get()));
		}
		catch (IOException ex) {
			return new TransportReading.Failed(this.words.of(SystemWords.of(ex)));
		}
	}

	@Override
	public Optional<Message> obstacleAt(DirectoryTarget directory) {
		try {
			Target target = Target.open(directory);
			target.current();
			try (TargetLock lock = this.locks.acquire(target.root())) {
				lock.epoch();
				target.tryOut();
			}
			return Optional.empty();
		}
		catch (IOException ex) {
			return Optional.of(Message.of("delivery.directory-unsuitable", this.words.of(SystemWords.of(ex))));
		}
	}

	/** A push of a higher epoch clears away what a lower one is still staging. */
	private PushOutcome overtaken(DirectoryTarget directory, long epoch, NoSuchFileException failure) {
		try (TargetLock lock = this.locks.acquire(Target.open(directory).root())) {
			long highest = lock.epoch();
			if (highest > epoch) {
				return new PushOutcome.EpochRefused(highest);
			}
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
		return new PushOutcome.Failed(this.words.of(SystemWords.of(failure)));
	}

	private PushOutcome stageAndSwap(Target target, Consignment consignment) throws IOException {
		Path staged = target.stage(consignment.resolved().files(), consignment.epoch());
		try {
			PushOutcome outcome = claimAndSwap(target, consignment, () -> publish(target, staged, consignment));
			new FileTree(staged).delete();
			return outcome;
		}
		catch (IOException ex) {
			target.discard(staged, ex);
			throw ex;
		}
	}

	private PushOutcome claimAndSwap(Target target, Consignment consignment, Placement placement) throws IOException {
		try (TargetLock lock = this.locks.acquire(target.root())) {
			long highest = lock.epoch();
			if (highest > consignment.epoch()) {
				return new PushOutcome.EpochRefused(highest);
			}
			lock.keep(consignment.epoch());
			String name = placement.place();
			this.oldRevisions.used(target, name);
			target.swap(name, consignment.epoch());
			this.oldRevisions.prune(target, name, consignment.epoch());
			return new PushOutcome.Pushed(consignment.digest());
		}
	}

	private static String reuse(Target target, String name) throws IOException {
		target.seal(name);
		return name;
	}

	private static String publish(Target target, Path staged, Consignment consignment) throws IOException {
		String name = freeName(target, consignment);
		target.publish(staged, name);
		return name;
	}

	/** A directory that already holds these files: a rollback must not need space. */
	private static @Nullable String find(Target target, Consignment consignment) throws IOException {
		for (int number = 1; number <= NAMES; number++) {
			String name = name(consignment, number);
			if (!target.exists(name)) {
				return null;
			}
			if (Target.isDirectory(target.root().resolve(name)) && holds(target, name, consignment)) {
				return name;
			}
		}
		return null;
	}

	private static boolean holds(Target target, String name, Consignment consignment) {
		try {
			return sameBytes(target.read(name), consignment.resolved().files());
		}
		catch (IOException ex) {
			logger.debug("{} is no earlier copy: {}", name, SystemWords.of(ex));
			return false;
		}
	}

	private static boolean sameBytes(SortedMap<String, byte[]> actual, SortedMap<String, String> expected) {
		return actual.keySet().equals(expected.keySet()) && expected.entrySet()
			.stream()
			.allMatch((file) -> Arrays.equals(file.getValue().getBytes(StandardCharsets.UTF_8),
					actual.get(file.getKey())));
	}

	private static String freeName(Target target, Consignment consignment) throws IOException {
		for (int number = 1; number <= NAMES; number++) {
			String name = name(consignment, number);
			if (!target.exists(name)) {
				return name;
			}
		}
		throw new FileSystemException(target.root().resolve(name(consignment, 1)).toString(), null,
				"and " + NAMES + " like it exist with other content");
	}

	private static String name(Consignment consignment, int number) {
		String name = "rev-" + consignment.revision() + "-" + consignment.digest().substring(0, 12);
		return (number == 1) ? name : name + "-" + number;
	}

	/** Puts the files under the name that {@code current} will point to. */
	private interface Placement {

		String place() throws IOException;

	}

}
