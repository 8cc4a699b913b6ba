package net.ratonet.relay.ingest.srt;

import java.time.Duration;
import java.util.List;
import net.ratonet.relay.ingest.srt.CallAction.AnswerPeer;
import net.ratonet.relay.ingest.srt.CallAction.ConcludeWithChild;
import net.ratonet.relay.ingest.srt.CallAction.DrainChild;
import net.ratonet.relay.ingest.srt.CallAction.EndChild;
import net.ratonet.relay.ingest.srt.CallAction.GreetChild;
import net.ratonet.relay.ingest.srt.CallAction.LeavePeer;
import net.ratonet.relay.ingest.srt.CallAction.RefusePeer;
import net.ratonet.relay.ingest.srt.CallEvent.ChildAgrees;
import net.ratonet.relay.ingest.srt.CallEvent.ChildGone;
import net.ratonet.relay.ingest.srt.CallEvent.ChildGreets;
import net.ratonet.relay.ingest.srt.CallEvent.ChildStarted;
import net.ratonet.relay.ingest.srt.CallEvent.PeerLeaves;
import net.ratonet.relay.ingest.srt.CallEvent.PeerRepeats;
import net.ratonet.relay.ingest.srt.CallEvent.PeerSilent;
import net.ratonet.relay.ingest.srt.CallEvent.TimePasses;
import net.ratonet.relay.ingest.srt.CallEvent.Withdrawn;
import net.ratonet.relay.ingest.srt.CallState.Concluding;
import net.ratonet.relay.ingest.srt.CallState.Greeting;
import net.ratonet.relay.ingest.srt.CallState.Over;
import net.ratonet.relay.ingest.srt.CallState.Running;
import net.ratonet.relay.ingest.srt.CallState.Starting;

/// How a caller and the FFmpeg that was started for it are brought together: the caller's
/// conclusion waits until FFmpeg listens. Pure.
final class CallLifecycle {

    /// A caller repeats itself for 3 s unless told otherwise; more patience costs little.
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private static final long EVERY = Duration.ofMillis(50).toNanos();

    private CallLifecycle() {}

    record Step(CallState next, List<CallAction> actions) {

        Step {
            actions = List.copyOf(actions);
        }
    }

    static CallState begin(long nowNanos) {
        return new Starting(nowNanos + PATIENCE);
    }

    static Step on(CallState state, CallEvent event, long nowNanos) {
        return switch (state) {
            case Starting starting -> starting(starting, event, nowNanos);
            case Greeting greeting -> greeting(greeting, event, nowNanos);
            case Concluding concluding -> concluding(concluding, event, nowNanos);
            case Running running -> running(running, event);
            case Over over -> stay(over);
        };
    }

    private static Step starting(Starting state, CallEvent event, long now) {
        return switch (event) {
            case ChildStarted _ -> greet(state.deadline(), now);
            case TimePasses _ -> now > state.deadline() ? neverBegan() : stay(state);
            case ChildGreets _, ChildAgrees _, PeerRepeats _ -> stay(state);
            case ChildGone _, PeerLeaves _, PeerSilent _, Withdrawn _ -> early(event);
        };
    }

    private static Step greeting(Greeting state, CallEvent event, long now) {
        return switch (event) {
            case ChildStarted _ -> greet(state.deadline(), now);
            case ChildGreets(var cookie) -> conclude(state.deadline(), cookie, now);
            case TimePasses _ when now > state.deadline() -> neverBegan();
            case TimePasses _ when now >= state.next() -> greet(state.deadline(), now);
            case TimePasses _, ChildAgrees _, PeerRepeats _ -> stay(state);
            case ChildGone _, PeerLeaves _, PeerSilent _, Withdrawn _ -> early(event);
        };
    }

    private static Step concluding(Concluding state, CallEvent event, long now) {
        return switch (event) {
            case ChildStarted _ -> greet(state.deadline(), now);
            case ChildAgrees _ -> new Step(new Running(), List.of(new AnswerPeer()));
            case TimePasses _ when now > state.deadline() -> neverBegan();
            case TimePasses _ when now >= state.next() ->
                    conclude(state.deadline(), state.cookie(), now);
            case TimePasses _, ChildGreets _, PeerRepeats _ -> stay(state);
            case ChildGone _, PeerLeaves _, PeerSilent _, Withdrawn _ -> early(event);
        };
    }

    private static Step running(Running state, CallEvent event) {
        return switch (event) {
            case PeerRepeats _ -> new Step(state, List.of(new AnswerPeer()));
            case ChildGone _ -> over(CallEnd.CHILD_ENDED, new LeavePeer(), new EndChild());
            case PeerLeaves _ -> over(CallEnd.PEER_LEFT, new DrainChild());
            case PeerSilent _ -> over(CallEnd.PEER_SILENT, new LeavePeer(), new EndChild());
            case Withdrawn(var end) -> over(end, new LeavePeer(), new EndChild());
            case ChildStarted _, ChildGreets _, ChildAgrees _, TimePasses _ -> stay(state);
        };
    }

    /// The end of a call that has not begun.
    private static Step early(CallEvent event) {
        return switch (event) {
            case PeerLeaves _ -> over(CallEnd.PEER_LEFT, new EndChild());
            case PeerSilent _ -> over(CallEnd.PEER_SILENT, new EndChild());
            case Withdrawn(var end) -> over(end, new RefusePeer(), new EndChild());
            case ChildGone _,
                    ChildStarted _,
                    ChildGreets _,
                    ChildAgrees _,
                    PeerRepeats _,
                    TimePasses _ ->
                    neverBegan();
        };
    }

    private static Step greet(long deadline, long now) {
        return new Step(new Greeting(deadline, now + EVERY), List.of(new GreetChild()));
    }

    private static Step conclude(long deadline, int cookie, long now) {
        return new Step(
                new Concluding(deadline, now + EVERY, cookie),
                List.of(new ConcludeWithChild(cookie)));
    }

    private static Step neverBegan() {
        return over(CallEnd.NEVER_BEGAN, new RefusePeer(), new EndChild());
    }

    private static Step over(CallEnd end, CallAction... actions) {
        return new Step(new Over(end), List.of(actions));
    }

    private static Step stay(CallState state) {
        return new Step(state, List.of());
    }
}
