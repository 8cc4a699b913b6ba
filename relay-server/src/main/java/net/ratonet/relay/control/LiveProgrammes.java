package net.ratonet.relay.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ratonet.relay.output.programme.AirPhase;
import net.ratonet.relay.output.programme.Cover;
import net.ratonet.relay.output.programme.Programme;
import net.ratonet.relay.output.programme.ProgrammeAnswer;
import net.ratonet.relay.output.programme.ProgrammeDesk;
import net.ratonet.relay.output.slate.SlateOffer;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;

/// The programmes of those who are on air. Any thread may call; a wish waits for its programme,
/// which answers in a fraction of a second.
public final class LiveProgrammes implements ProgrammeDoor {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ProgrammeDesk desk;
    private final Ticker ticker;

    public LiveProgrammes(ProgrammeDesk desk, Ticker ticker) {
        this.desk = desk;
        this.ticker = ticker;
    }

    @Override
    public MediaAnswer takeBreak(StreamerId id) {
        return answer(desk.brbNow(id));
    }

    @Override
    public MediaAnswer live(StreamerId id) {
        return answer(desk.live(id));
    }

    @Override
    public MediaAnswer hold(StreamerId id) {
        return answer(desk.hold(id));
    }

    @Override
    public MediaAnswer end(StreamerId id) {
        return answer(desk.end(id, "somebody ended it"));
    }

    @Override
    public Optional<ProgrammeStatus> status(StreamerId id) {
        return desk.find(id).map(this::status);
    }

    @Override
    public Optional<ChunkSource> stream(StreamerId id) {
        return desk.find(id).map(programme -> programme);
    }

    private ProgrammeStatus status(Programme programme) {
        var state = programme.state().get();
        var problems =
                switch (state.slate()) {
                    case SlateOffer.Ready(var _, var _, var _, var problem) ->
                            problem.stream().toList();
                    case SlateOffer.Preparing _ -> List.<String>of();
                    case SlateOffer.Impossible(var why) -> List.of(why);
                };
        return switch (state.phase()) {
            case AirPhase.Waiting _ ->
                    new ProgrammeStatus("waiting", "", Duration.ZERO, state.held(), problems);
            case AirPhase.Live(var since) ->
                    new ProgrammeStatus("live", "", age(since), state.held(), problems);
            case AirPhase.Gap(var since) ->
                    new ProgrammeStatus("gap", "", age(since), state.held(), problems);
            case AirPhase.Covered(var cover, var since, var _) ->
                    new ProgrammeStatus("slate", why(cover), age(since), state.held(), problems);
            case AirPhase.Ended(var why) ->
                    new ProgrammeStatus("ended", why, Duration.ZERO, state.held(), problems);
        };
    }

    private Duration age(long sinceNanos) {
        return Duration.ofNanos(Math.max(0, ticker.nowNanos() - sinceNanos));
    }

    private static String why(Cover cover) {
        return switch (cover) {
            case SIGNAL_LOST -> "nothing comes from the field";
            case ASKED -> "somebody asked for a break";
            case RETURNING -> "the next key frame is awaited";
            case STILL -> "nothing comes, and the last picture is kept";
        };
    }

    private static MediaAnswer answer(CompletableFuture<ProgrammeAnswer> asked) {
        try {
            return switch (asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                case ProgrammeAnswer.Done _ -> MediaAnswer.DONE;
                case ProgrammeAnswer.Refused(var why) -> new MediaAnswer.Refused(why);
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new MediaAnswer.Refused("the relay ends");
        } catch (ExecutionException | TimeoutException silent) {
            return new MediaAnswer.Refused("the programme does not answer; try again");
        }
    }
}
