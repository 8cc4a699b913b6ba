package net.ratonet.relay.scene.obs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import net.ratonet.relay.scene.SceneStatus;
import net.ratonet.shared.flow.Latest;

/// Lets a test wait until a loop's status is as expected, however long the machine takes.
final class AwaitedStatus {

    private final Latest<SceneStatus> status;

    AwaitedStatus(Latest<SceneStatus> status) {
        this.status = status;
    }

    SceneStatus await(Predicate<SceneStatus> expected) throws Exception {
        var reached = new CompletableFuture<SceneStatus>();
        try (var _ = status.subscribe(shown -> completeIf(expected, shown, reached))) {
            return reached.get(20, TimeUnit.SECONDS);
        }
    }

    private static void completeIf(
            Predicate<SceneStatus> expected,
            SceneStatus shown,
            CompletableFuture<SceneStatus> reached) {
        if (expected.test(shown)) {
            reached.complete(shown);
        }
    }
}
