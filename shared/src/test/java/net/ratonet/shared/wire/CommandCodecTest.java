package net.ratonet.shared.wire;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.wire.StationCommand.FreeBitrate;
import net.ratonet.shared.wire.StationCommand.GoLive;
import net.ratonet.shared.wire.StationCommand.Kick;
import net.ratonet.shared.wire.StationCommand.Mute;
import net.ratonet.shared.wire.StationCommand.Ping;
import net.ratonet.shared.wire.StationCommand.PrioritiseLink;
import net.ratonet.shared.wire.StationCommand.RecordLocally;
import net.ratonet.shared.wire.StationCommand.RestartEncoder;
import net.ratonet.shared.wire.StationCommand.SelectSource;
import net.ratonet.shared.wire.StationCommand.SetBitrate;
import net.ratonet.shared.wire.StationCommand.ShowSlate;
import net.ratonet.shared.wire.StationCommand.StopLive;
import net.ratonet.shared.wire.StationCommand.SwitchLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CommandCodecTest {

    static Arguments[] commands() {
        return new Arguments[] {
            Arguments.of(new GoLive(), "\"action\":\"live\""),
            Arguments.of(new StopLive(), "\"action\":\"stop\""),
            Arguments.of(
                    new SetBitrate(Bitrate.ofKbps(2_500)),
                    "\"action\":\"bitrate\",\"kbps\":2500.0"),
            Arguments.of(new FreeBitrate(), "\"action\":\"bitrate_auto\""),
            Arguments.of(new Kick(), "\"action\":\"kick\""),
            Arguments.of(
                    new SwitchLink("wwan0", false),
                    "\"action\":\"link\",\"link\":\"wwan0\",\"on\":false"),
            Arguments.of(
                    new PrioritiseLink("wwan0", LinkPriority.BACKUP),
                    "\"action\":\"link_priority\",\"link\":\"wwan0\",\"priority\":\"backup\""),
            Arguments.of(new SelectSource("cam"), "\"action\":\"source\",\"source\":\"cam\""),
            Arguments.of(new Mute(true), "\"action\":\"mute\",\"on\":true"),
            Arguments.of(new ShowSlate(true), "\"action\":\"slate\",\"on\":true"),
            Arguments.of(new RecordLocally(false), "\"action\":\"record\",\"on\":false"),
            Arguments.of(new RestartEncoder(), "\"action\":\"restart_encoder\""),
            Arguments.of(new Ping(), "\"action\":\"ping\"")
        };
    }

    @Test
    void numbersAnOrderThatHasNoNumberYet() {
        var text = "{\"action\":\"ping\",\"role\":\"moderator\"}";

        assertThat(Json.readObject(text).flatMap(body -> CommandCodec.decode(body, "9")))
                .isEqualTo(
                        new Decoded.Accepted<>(
                                new StationOrder("9", new Ping(), OrderRole.MODERATOR)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void writesAndReadsEachCommand(StationCommand command, String json) {
        var order = new StationOrder("7", command);
        var text = "{\"id\":\"7\"," + json + "}";

        assertThat(Json.write(CommandCodec.encode(order))).isEqualTo(text);
        assertThat(decode(text)).isEqualTo(new Decoded.Accepted<>(order));
    }

    @Test
    void tellsOnWhoseBehalfAnOrderIsGiven() {
        var order = new StationOrder("7", new Kick(), OrderRole.MODERATOR);
        var text = "{\"id\":\"7\",\"role\":\"moderator\",\"action\":\"kick\"}";

        assertThat(Json.write(CommandCodec.encode(order))).isEqualTo(text);
        assertThat(decode(text)).isEqualTo(new Decoded.Accepted<>(order));
    }

    @Test
    void refusesARoleThatItDoesNotKnow() {
        assertThat(decode("{\"id\":\"7\",\"role\":\"king\",\"action\":\"kick\"}"))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("role"));
    }

    @Test
    void readsASwitchWithoutAPositionAsOn() {
        assertThat(decode("{\"id\":\"7\",\"action\":\"mute\"}"))
                .isEqualTo(new Decoded.Accepted<>(new StationOrder("7", new Mute(true))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"7\"} | action is missing",
                "{\"id\":\"7\",\"action\":\"explode\"} | action is unknown: \"explode\"",
                "{\"id\":\"7\",\"action\":\"bitrate\"} | kbps is missing",
                "{\"id\":\"7\",\"action\":\"bitrate\",\"kbps\":0} | kbps must be between 1 and"
                        + " 100000",
                "{\"id\":\"7\",\"action\":\"bitrate\",\"kbps\":\"fast\"} | kbps must be a number",
                "{\"id\":\"7\",\"action\":\"link\",\"on\":true} | link is missing",
                "{\"id\":\"7\",\"action\":\"link\",\"link\":\"\"} | link must not be blank",
                "{\"id\":\"7\",\"action\":\"link\",\"link\":\"x\",\"on\":\"no\"} | on must be true"
                        + " or false",
                "{\"id\":\"7\",\"action\":\"link_priority\",\"link\":\"x\",\"priority\":\"best\"} |"
                        + " priority must be one of prefer, normal, backup",
                "{\"id\":\"7\",\"action\":\"source\",\"source\":\" \"} | source must not be blank",
                "{\"id\":7,\"action\":\"ping\"} | id must be text"
            })
    void saysWhatIsWrongWithAnOrder(String text, String expected) {
        assertThat(decode(text)).isInstanceOf(Decoded.Refused.class).hasToString(expected);
    }

    @Test
    void writesAndReadsAnswers() {
        var done = new OrderAnswer("7", true, "");
        var refused = new OrderAnswer("8", false, "wwan0 is the last link");

        assertThat(CommandCodec.decodeAnswer(CommandCodec.encode(done)))
                .isEqualTo(new Decoded.Accepted<>(done));
        assertThat(CommandCodec.decodeAnswer(CommandCodec.encode(refused)))
                .isEqualTo(new Decoded.Accepted<>(refused));
    }

    private static Decoded<StationOrder> decode(String text) {
        return Json.readObject(text).flatMap(CommandCodec::decode);
    }
}
