package net.ratonet.relay.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Optional;
import net.ratonet.relay.account.StorageFullException;
import net.ratonet.relay.account.UnknownAccountException;
import net.ratonet.shared.flow.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts routes onto the web server: between the request and its endpoint it asks the door, checks
/// that the declared parameters are there, and turns failures of the storage into answers.
public final class RouteMount {

    private static final Logger LOG = LoggerFactory.getLogger(RouteMount.class);

    private final Door door;
    private final Gate gate;
    private final RouteWatch watch;

    public RouteMount(Door door, Gate gate, RouteWatch watch) {
        this.door = door;
        this.gate = gate;
        this.watch = watch;
    }

    /// Decides who may call.
    @FunctionalInterface
    public interface Door {
        Entry admit(Route route, Context context, String address);
    }

    /// The caller that was let in, or the answer for one who was not.
    public sealed interface Entry {
        record Open(Caller caller) implements Entry {}

        record Closed(Answer answer) implements Entry {}
    }

    public void mount(RoutesConfig routes, Route route) {
        Handler handler = context -> handle(route, context);
        routes.addHttpHandler(HandlerType.findOrCreate(route.verb().name()), route.path(), handler);
        if (route.verb() == Verb.GET) {
            // The same answer, of which the server sends the head only.
            routes.addHttpHandler(HandlerType.HEAD, route.path(), handler);
        }
    }

    private void handle(Route route, Context context) {
        var startNanos = System.nanoTime();
        var address = gate.address(context);
        var answer = answer(route, context, address);
        var toldNanos = System.nanoTime();
        if (route.verb().changes()) {
            writeAndDrain(context, answer);
        } else {
            Answers.write(context, answer);
        }
        var subject = context.pathParamMap().values().stream().findFirst().orElse("");
        var endNanos = answer.body() instanceof AnswerBody.Stream ? toldNanos : System.nanoTime();
        var tookNanos = endNanos - startNanos;
        watch.answered(
                new RouteWatch.Answered(route, subject, address, answer.status(), tookNanos));
    }

    /// A connection on which half a body waits cannot take another request. Who is about to send
    /// more than anybody would read gets the answer first.
    private static void writeAndDrain(Context context, Answer answer) {
        if (context.req().getContentLengthLong() <= RequestBody.MOST_DRAINED) {
            var isDone = drain(context);
            Answers.write(context, isDone ? answer : answer.withHeader("Connection", "close"));
            return;
        }
        Answers.write(context, answer.withHeader("Connection", "close"));
        try {
            context.res().flushBuffer();
            drain(context);
        } catch (IOException gone) {
            // Whoever asked has left; there is nobody to tell.
        }
    }

    private static boolean drain(Context context) {
        try {
            return RequestBody.drain(context.req().getInputStream(), Ticker.system());
        } catch (IOException gone) {
            return true;
        }
    }

    private Answer answer(Route route, Context context, String address) {
        return switch (door.admit(route, context, address)) {
            case Entry.Closed(var answer) -> answer;
            case Entry.Open(var caller) ->
                    gate.limit(route, caller, address)
                            .or(() -> missing(route, context))
                            .orElseGet(() -> call(route, new Call(context, address, caller)));
        };
    }

    private static Optional<Answer> missing(Route route, Context context) {
        return route.params().stream()
                .filter(param -> param.place() == Param.Place.QUERY && param.required())
                .filter(param -> context.queryParam(param.name()) == null)
                .findFirst()
                .map(param -> Answer.unprocessable(param.name(), "is missing"));
    }

    private static Answer call(Route route, Call call) {
        try {
            return route.endpoint().answer(call);
        } catch (StorageFullException full) {
            LOG.error("{}: the disk is full", route.label(), full);
            return Answer.refusal(507, "the relay has no room to store this");
        } catch (IOException failure) {
            LOG.error("{}: storage failed", route.label(), failure);
            return Answer.refusal(503, "the relay cannot store anything now; try again")
                    .withHeader("Retry-After", "5");
        } catch (UnknownAccountException gone) {
            return Answer.refusal(404, "Streamer não encontrado");
        } catch (RuntimeException bug) {
            LOG.error("{} failed", route.label(), bug);
            return Answer.refusal(500, "internal error");
        }
    }
}
