package net.ratonet.station.telemetry.modem.glinet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.RadioTechnology;
import net.ratonet.station.telemetry.SimState;
import tools.jackson.databind.JsonNode;

/// Puts a router's answers about its modems together. Numbers come as numbers or as texts, and what
/// a firmware does not know it leaves out. Pure.
final class GlinetCodec {

    private static final int HIGHEST_PCI = 1_007;

    private GlinetCodec() {}

    /// What a router tells, each answer as it came.
    ///
    /// @param status of `modem.get_status`
    /// @param info of `modem.get_info`
    /// @param cells of `modem.get_cells_info`, by the modem's bus
    record Answers(JsonNode status, JsonNode info, Map<String, JsonNode> cells) {
        Answers {
            cells = Map.copyOf(cells);
        }
    }

    /// The bus of each modem that is there.
    static List<String> buses(JsonNode status) {
        return status.path("modems")
                .valueStream()
                .map(modem -> modem.path("bus").asString(""))
                .filter(bus -> !bus.isEmpty())
                .toList();
    }

    /// The link to the router carries what its connected modem gets, so that one has the link's
    /// name.
    static List<ModemReading> decode(String host, String interfaceName, Answers answers) {
        var modems = answers.status().path("modems").valueStream().toList();
        var carrier =
                modems.stream()
                        .filter(GlinetCodec::isConnected)
                        .findFirst()
                        .or(() -> modems.stream().findFirst());
        var readings = new ArrayList<ModemReading>();
        for (var modem : modems) {
            var link = carrier.filter(modem::equals).map(_ -> interfaceName);
            readings.add(decode(host, link, modem, answers));
        }
        return readings;
    }

    private static ModemReading decode(
            String host, Optional<String> link, JsonNode modem, Answers answers) {
        var bus = modem.path("bus").asString("");
        var cells =
                Optional.ofNullable(answers.cells().get(bus)).stream()
                        .flatMap(answer -> answer.path("cells").valueStream())
                        .filter(GlinetCodec::isServing)
                        .toList();
        var card = modem.path("simcard");
        return new ModemReading(
                name(host, bus, answers.info()),
                link,
                cell(card, cells),
                signal(card.path("signal"), cells),
                sim(card),
                false,
                whole(modem.path("network").path("traffic_total")));
    }

    private static String name(String host, String bus, JsonNode info) {
        return info.path("modems")
                .valueStream()
                .filter(modem -> modem.path("bus").asString("").equals(bus))
                .map(modem -> modem.path("name").asString(""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(name -> "GL.iNet " + name)
                .orElse("GL.iNet " + host);
    }

    /// 0 is connected and 1 is connecting; some firmware writes the words.
    private static boolean isConnected(JsonNode modem) {
        var status = modem.path("network").path("status").asString("");
        return status.equals("0") || status.equalsIgnoreCase("connected");
    }

    private static boolean isServing(JsonNode cell) {
        return !cell.path("type").asString("").toLowerCase(Locale.ROOT).contains("neigh");
    }

    private static RadioCell cell(JsonNode card, List<JsonNode> cells) {
        var id = cells.stream().findFirst().map(first -> whole(first.path("id")));
        var number = id.orElse(OptionalLong.empty());
        var isPci = number.isPresent() && number.getAsLong() <= HIGHEST_PCI;
        return new RadioCell(
                Optional.of(card.path("carrier").asString("").strip())
                        .filter(operator -> !operator.isEmpty()),
                technology(card.path("signal"), cells),
                bands(cells),
                isPci ? OptionalLong.empty() : number,
                isPci ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty());
    }

    private static RadioTechnology technology(JsonNode signal, List<JsonNode> cells) {
        return switch (signal.path("mode").asInt(0)) {
            case 2 -> RadioTechnology.GSM;
            case 3 -> RadioTechnology.UMTS;
            case 4, 41 -> RadioTechnology.LTE;
            case 5 ->
                    cells.stream().allMatch(GlinetCodec::isNewRadio)
                            ? RadioTechnology.NR
                            : RadioTechnology.NR_WITH_LTE;
            default -> RadioTechnology.NONE;
        };
    }

    private static boolean isNewRadio(JsonNode cell) {
        return cell.path("mode").asString("").contains("NR");
    }

    private static Optional<String> bands(List<JsonNode> cells) {
        var bands =
                cells.stream()
                        .filter(cell -> whole(cell.path("band")).isPresent())
                        .map(cell ->
                                (isNewRadio(cell) ? "n" : "B")
                                        + whole(cell.path("band")).getAsLong())
                        .distinct()
                        .collect(Collectors.joining("+"));
        return bands.isEmpty() ? Optional.empty() : Optional.of(bands);
    }

    private static RadioSignal signal(JsonNode signal, List<JsonNode> cells) {
        return new RadioSignal(
                first("rsrp", signal, cells, RadioSignal::rsrp),
                first("rsrq", signal, cells, RadioSignal::rsrq),
                first("sinr", signal, cells, RadioSignal::sinr),
                percent(signal.path("strength")));
    }

    /// The modem's own number, else that of its first cell.
    private static OptionalDouble first(
            String name,
            JsonNode signal,
            List<JsonNode> cells,
            DoubleFunction<OptionalDouble> checked) {
        var own = number(signal.path(name), checked);
        return own.isPresent() || cells.isEmpty()
                ? own
                : number(cells.getFirst().path(name), checked);
    }

    private static OptionalDouble number(JsonNode value, DoubleFunction<OptionalDouble> checked) {
        var text = value.asString("").strip();
        return text.matches("-?\\d{1,5}(\\.\\d{1,5})?")
                ? checked.apply(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    /// One to four.
    private static OptionalInt percent(JsonNode strength) {
        var bars = strength.asInt(0);
        return bars >= 1 && bars <= 4 ? OptionalInt.of(25 * bars) : OptionalInt.empty();
    }

    private static SimState sim(JsonNode card) {
        return switch (card.path("status").asInt(-1)) {
            case 0, 1 -> SimState.READY;
            case 2 -> SimState.PIN_NEEDED;
            default -> SimState.UNKNOWN;
        };
    }

    private static OptionalLong whole(JsonNode value) {
        var text = value.asString("").strip();
        return text.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
