package net.ratonet.station.telemetry.modem;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import net.ratonet.shared.flow.Ticker;

/// What speaks to the devices behind gateways, each kept for as long as its device answers. One
/// that does not is left alone, ever longer. For any thread.
///
/// @param <C> speaks to one device
public final class GatewayClients<C> {

    private final Function<Gateway, C> maker;
    private final Consumer<C> ending;
    private final Absences absences;
    private final Map<Gateway, C> clients = new ConcurrentHashMap<>();

    /// @param ending of a client that is no longer needed
    public GatewayClients(Function<Gateway, C> maker, Consumer<C> ending, Ticker ticker) {
        this.maker = maker;
        this.ending = ending;
        this.absences = new Absences(ticker);
    }

    /// What is asked of a device.
    ///
    /// @param <A> its answer
    @FunctionalInterface
    public interface Question<C, A> {
        A ask(C client) throws IOException, InterruptedException;
    }

    /// Those of these gateways that are to be asked now. What was known of others is forgotten.
    public List<Gateway> due(List<Gateway> there) {
        absences.retain(there);
        clients.forEach((at, client) -> {
            if (!there.contains(at)) {
                end(at, client);
            }
        });
        return there.stream().filter(absences::isDue).toList();
    }

    /// Empty where there is no such device, or none that answers.
    public <A> Optional<A> ask(Gateway at, Question<C, A> question) {
        var client = clients.computeIfAbsent(at, maker);
        try {
            var answer = question.ask(client);
            absences.answered(at);
            return Optional.of(answer);
        } catch (IOException _) {
            // Most private links lead to no such device, so this is no trouble.
            end(at, client);
            absences.failed(at);
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void end(Gateway at, C client) {
        if (clients.remove(at, client)) {
            ending.accept(client);
        }
    }
}
