package net.ratonet.relay.account;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// One lock per thing that must change one step at a time, without one lock for everybody: things
/// share a fixed number of locks.
final class Turns {

    private static final int LOCKS = 64;

    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    Lock of(Object thing) {
        return locks[Math.floorMod(thing.hashCode(), LOCKS)];
    }
}
