package net.ratonet.relay.scene.obs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the simulated OBS to the protocol, since other tests believe it.
final class SimulatedObsTest {

    private static final String AUTHENTIC = "1Ct943GAT+6YQUUX47Ia/ncufilbe6+oD6lY+5kaCu4=";

    private final List<String> sent = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();
    private final SimulatedStudio studio = new SimulatedStudio(List.of("LIVE", "BRB"));
    private SimulatedObsClient client;

    @BeforeEach
    void connect() {
        client = client("supersecretpassword");
        client.greet();
    }

    @Test
    void computesTheAnswerOfTheProtocolsExample() {
        assertThat(
                        ObsAuth.answer(
                                "supersecretpassword",
                                "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=",
                                "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY="))
                .isEqualTo(AUTHENTIC);
    }

    @Test
    void greetsWithAChallengeAndSaysThatItIsSimulated() {
        assertThat(sent.getFirst())
                .contains("\"op\":0")
                .contains("\"challenge\":")
                .contains("Simulated OBS");
    }

    @Test
    void letsAClientInThatKnowsThePassword() {
        client.hear(identify(1, AUTHENTIC));

        assertThat(sent.getLast()).isEqualTo("{\"op\":2,\"d\":{\"negotiatedRpcVersion\":1}}");
        assertThat(closed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "garbage | 4002",
                "[] | 4002",
                "{\"op\":1} | 4003",
                "{\"d\":{}} | 4003",
                "{\"op\":99,\"d\":{}} | 4006",
                "{\"op\":6,\"d\":{\"requestType\":\"GetVersion\",\"requestId\":\"1\"}} | 4007",
                "{\"op\":1,\"d\":{\"rpcVersion\":1}} | 4009",
                "{\"op\":1,\"d\":{\"rpcVersion\":1,\"authentication\":\"no\"}} | 4009",
                "{\"op\":1,\"d\":{\"rpcVersion\":7}} | 4010",
            })
    void closesWithTheProtocolsCode(String message, int code) {
        client.hear(message);

        assertThat(closed).containsExactly(code);
    }

    @Test
    void refusesToBeIdentifiedTwice() {
        client.hear(identify(1, AUTHENTIC));
        client.hear(identify(1, AUTHENTIC));

        assertThat(closed).containsExactly(4008);
    }

    @Test
    void tellsOnlyEventsThatWereAskedFor() {
        client.hear(identify(1, AUTHENTIC, 4));
        var before = sent.size();

        client.tell("StreamStateChanged", 64, Json.object());
        client.tell("CurrentProgramSceneChanged", 4, Json.object().put("sceneName", "BRB"));

        assertThat(sent.subList(before, sent.size()))
                .containsExactly(
                        "{\"op\":5,\"d\":{\"eventType\":\"CurrentProgramSceneChanged\","
                                + "\"eventIntent\":4,\"eventData\":{\"sceneName\":\"BRB\"}}}");
    }

    @ParameterizedTest
    @CsvSource({
        "GetVersion, '{}', 100",
        "Dance, '{}', 204",
        "SetCurrentProgramScene, '{}', 300",
        "SetCurrentProgramScene, '{\"sceneName\":\"Nowhere\"}', 600",
        "SetCurrentProgramScene, '{\"sceneName\":\"BRB\"}', 100",
        "GetSceneItemId, '{\"sceneName\":\"LIVE\",\"sourceName\":\"Nothing\"}', 600",
    })
    void answersEachRequestWithAStatus(String type, String fields, int code) {
        client.hear(identify(1, AUTHENTIC));

        client.hear(
                "{\"op\":6,\"d\":{\"requestType\":\"%s\",\"requestId\":\"7\",\"requestData\":%s}}"
                        .formatted(type, fields));

        assertThat(sent.getLast())
                .contains("\"op\":7")
                .contains("\"requestId\":\"7\"")
                .contains("\"code\":" + code);
    }

    @Test
    void asksForNoPasswordWhereNoneIsSet() {
        var open = client("");

        open.hear("{\"op\":1,\"d\":{\"rpcVersion\":1}}");

        assertThat(open.isIdentified()).isTrue();
    }

    private SimulatedObsClient client(String password) {
        var wire =
                new SimulatedObsClient.Wire() {
                    @Override
                    public void send(String text) {
                        sent.add(text);
                    }

                    @Override
                    public void close(int code, String reason) {
                        closed.add(code);
                    }
                };
        return new SimulatedObsClient(wire, password, new SimulatedObsRequests(studio));
    }

    private static String identify(int rpcVersion, String authentication) {
        return identify(rpcVersion, authentication, 0x7FF);
    }

    private static String identify(int rpcVersion, String authentication, int subscriptions) {
        return Json.write(
                Json.object()
                        .put("op", 1)
                        .set(
                                "d",
                                Json.object()
                                        .put("rpcVersion", rpcVersion)
                                        .put("authentication", authentication)
                                        .put("eventSubscriptions", subscriptions)));
    }
}
