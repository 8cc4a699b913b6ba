package net.ratonet.relay.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who publishes one stream: one is on air, others of other slots may stand by. Guarded by the
/// feed's lock.
final class Publishers {

    /// The old set-ups had four slots; more than twice that is nobody's.
    private static final int MOST = 8;

    private final Duration silentAfter;
    private final List<FeedIntake> all = new ArrayList<>();
    private @Nullable FeedIntake onAir;

    Publishers(Duration silentAfter) {
        this.silentAfter = silentAfter;
    }

    Optional<FeedIntake> onAir() {
        return Optional.ofNullable(onAir);
    }

    List<FeedIntake> all() {
        return List.copyOf(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// The one that a new publisher of this slot finds in its place.
    Optional<FeedIntake> inSlot(int slot) {
        return all.stream().filter(intake -> intake.origin().slot() == slot).findFirst();
    }

    int standBys() {
        return all.size() - (onAir == null ? 0 : 1);
    }

    boolean isFull() {
        return all.size() >= MOST;
    }

    boolean isSilent(FeedIntake intake, long nowNanos) {
        return intake.silence(nowNanos).compareTo(silentAfter) >= 0;
    }

    void add(FeedIntake intake) {
        all.add(intake);
    }

    /// False when it was not there.
    boolean remove(FeedIntake intake) {
        if (intake == onAir) {
            onAir = null;
        }
        return all.remove(intake);
    }

    boolean isOnAir(FeedIntake intake) {
        return intake == onAir;
    }

    /// Puts one that sends on air when nobody else is, or the other has fallen silent.
    ///
    /// @return whether it has just come to that
    boolean takeAir(FeedIntake intake, long nowNanos) {
        if (intake == onAir || (onAir != null && !isSilent(onAir, nowNanos))) {
            return false;
        }
        onAir = intake;
        return true;
    }
}
