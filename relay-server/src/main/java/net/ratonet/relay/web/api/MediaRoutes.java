package net.ratonet.relay.web.api;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.ratonet.relay.control.MediaAnswer;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.web.http.AcceptedLanguage;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.shared.telemetry.StreamerId;

/// A streamer's media as it goes on, and what they can do with it.
public final class MediaRoutes implements RouteGroup {

    private static final int MOST_DIGITS = 4;

    private final MediaControl control;

    public MediaRoutes(MediaControl control) {
        this.control = control;
    }

    @Override
    public String title() {
        return "Media";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/media", "What goes on with my stream")
                        .forStreamer()
                        .returns(MediaShapes.MEDIA)
                        .to(call ->
                                Answer.json(
                                        control.view()
                                                .of(
                                                        call.account().id(),
                                                        AcceptedLanguage.of(call)))),
                command(
                        "brb",
                        "Show the slate until I am back",
                        "Intervalo no ar",
                        control.programmes()::takeBreak),
                command(
                        "live",
                        "Show the field again",
                        "De volta ao vivo",
                        control.programmes()::live),
                command(
                        "hold",
                        "Keep what is shown, whatever the field does",
                        "Cena mantida",
                        control.programmes()::hold),
                command(
                        "end",
                        "End the stream on every platform",
                        "Transmissão encerrada",
                        control.programmes()::end),
                command(
                        "kick",
                        "Send my publisher away; it may come back",
                        "Transmissor desconectado",
                        control::kick),
                output("start", "Saída iniciada", control.outputs()::start),
                output("stop", "Saída parada", control.outputs()::stop));
    }

    private static Route command(
            String name, String summary, String done, Function<StreamerId, MediaAnswer> command) {
        return Route.post("/api/me/media/" + name, summary)
                .forStreamer()
                .returns(Shapes.MESSAGE)
                .to(call -> MediaAnswers.of(command.apply(call.account().id()), done));
    }

    private static Route output(
            String verb, String done, BiFunction<StreamerId, Integer, MediaAnswer> command) {
        return Route.post(
                        "/api/me/outputs/{number}/" + verb,
                        "One of my outputs, to " + verb + "; the others go on")
                .takes(Param.path("number", "from 1, as the destinations stand in their list"))
                .forStreamer()
                .returns(Shapes.MESSAGE)
                .to(call -> {
                    var number = number(call);
                    return number.isEmpty()
                            ? Answer.refusal(404, "no such output")
                            : MediaAnswers.of(
                                    command.apply(call.account().id(), number.getAsInt()), done);
                });
    }

    private static OptionalInt number(Call call) {
        var text = call.path("number");
        return text.length() <= MOST_DIGITS && text.matches("[1-9][0-9]*")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
