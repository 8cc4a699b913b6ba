package net.ratonet.relay.store;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Work for the writer, and where the result goes once it is durable.
record WriteRequest<T>(Function<Handle, T> work, CompletableFuture<T> done) {

    static <T> WriteRequest<T> of(Function<Handle, T> work) {
        return new WriteRequest<>(work, new CompletableFuture<>());
    }

    /// Runs the work and answers what to do after the commit.
    Runnable run(Handle handle) {
        var result = work.apply(handle);
        return () -> done.complete(result);
    }

    void fail(Throwable reason) {
        done.completeExceptionally(reason);
    }
}
