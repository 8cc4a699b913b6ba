package net.ratonet.relay.scene.obs;

import io.obswebsocket.community.client.OBSRemoteController;
import io.obswebsocket.community.client.WebSocketCloseCode;
import io.obswebsocket.community.client.message.event.outputs.StreamStateChangedEvent;
import io.obswebsocket.community.client.message.event.scenes.CurrentProgramSceneChangedEvent;
import io.obswebsocket.community.client.message.request.Request;
import io.obswebsocket.community.client.message.request.mediainputs.TriggerMediaInputActionRequest;
import io.obswebsocket.community.client.message.request.sceneitems.GetSceneItemIdRequest;
import io.obswebsocket.community.client.message.request.sceneitems.SetSceneItemEnabledRequest;
import io.obswebsocket.community.client.message.request.scenes.GetSceneListRequest;
import io.obswebsocket.community.client.message.request.scenes.SetCurrentProgramSceneRequest;
import io.obswebsocket.community.client.message.request.stream.GetStreamStatusRequest;
import io.obswebsocket.community.client.message.response.RequestResponse;
import io.obswebsocket.community.client.message.response.mediainputs.TriggerMediaInputActionResponse;
import io.obswebsocket.community.client.message.response.sceneitems.GetSceneItemIdResponse;
import io.obswebsocket.community.client.message.response.sceneitems.SetSceneItemEnabledResponse;
import io.obswebsocket.community.client.message.response.scenes.GetSceneListResponse;
import io.obswebsocket.community.client.message.response.scenes.SetCurrentProgramSceneResponse;
import io.obswebsocket.community.client.message.response.stream.GetStreamStatusResponse;
import io.obswebsocket.community.client.model.Scene;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.ObsSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session through obs-websocket-java. Its owner's thread calls; the library's threads bring
/// events and answers.
final class WebSocketObsConnection implements ObsConnection {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketObsConnection.class);

    private static final String RESTART = "OBS_WEBSOCKET_MEDIA_INPUT_ACTION_RESTART";

    private static final Sentence STRANGER =
            new Sentence(
                    "o programa que atende não responde como o OBS",
                    "the program that answers does not behave like OBS");

    private final ObsListener listener;
    private final OBSRemoteController controller;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<ObsClosure> closed = new CompletableFuture<>();

    private WebSocketObsConnection(
            InetAddress address, ObsSettings settings, ObsListener listener) {
        this.listener = listener;
        this.controller = controller(address, settings);
    }

    /// Connects to this address, whatever the host of the settings means by now.
    static WebSocketObsConnection open(
            InetAddress address, ObsSettings settings, ObsListener listener)
            throws ObsUnreachableException {
        var connection = new WebSocketObsConnection(address, settings, listener);
        try {
            connection.controller.connect();
            connection.awaitReady();
            return connection;
        } catch (ObsUnreachableException refusal) {
            connection.close();
            throw refusal;
        }
    }

    @Override
    public ObsSnapshot look() throws ObsRefusedException, ObsUnreachableException {
        var scenes = ask(GetSceneListRequest.builder().build(), GetSceneListResponse.class);
        var stream = ask(GetStreamStatusRequest.builder().build(), GetStreamStatusResponse.class);
        var list = scenes.getMessageData().getResponseData();
        return new ObsSnapshot(
                list.getCurrentProgramSceneName(),
                list.getScenes().stream().map(Scene::getSceneName).toList(),
                stream.getMessageData().getResponseData().getOutputActive());
    }

    @Override
    public void switchTo(String scene) throws ObsRefusedException, ObsUnreachableException {
        ask(
                SetCurrentProgramSceneRequest.builder().sceneName(scene).build(),
                SetCurrentProgramSceneResponse.class);
    }

    @Override
    public void showSource(String scene, String source, boolean visible)
            throws ObsRefusedException, ObsUnreachableException {
        var item =
                ask(
                        GetSceneItemIdRequest.builder().sceneName(scene).sourceName(source).build(),
                        GetSceneItemIdResponse.class);
        ask(
                SetSceneItemEnabledRequest.builder()
                        .sceneName(scene)
                        .sceneItemId(item.getMessageData().getResponseData().getSceneItemId())
                        .sceneItemEnabled(visible)
                        .build(),
                SetSceneItemEnabledResponse.class);
    }

    @Override
    public void restartMedia(String input) throws ObsRefusedException, ObsUnreachableException {
        ask(
                TriggerMediaInputActionRequest.builder()
                        .inputName(input)
                        .mediaAction(RESTART)
                        .build(),
                TriggerMediaInputActionResponse.class);
    }

    @Override
    public void close() {
        if (!closed.isDone()) {
            controller.disconnect();
        }
        controller.stop();
    }

    private OBSRemoteController controller(InetAddress address, ObsSettings settings) {
        var builder = OBSRemoteController.builder();
        // Jetty follows redirects by itself, and whoever answers must not send the relay elsewhere.
        builder.getWebSocketClient().getHttpClient().setFollowRedirects(false);
        return builder.host(literal(address))
                .port(settings.port())
                .password(settings.password().isEmpty() ? null : settings.password())
                .connectionTimeout(WebSocketObsConnector.TIMEOUT_SECONDS)
                .lifecycle()
                .withCommunicatorDefaultLogging(false)
                .withControllerDefaultLogging(false)
                .onReady(() -> ready.complete(true))
                .onClose(this::onClose)
                .onCommunicatorError(error -> onError(error.getReason()))
                .onControllerError(error -> onFailure(error.getReason()))
                .and()
                .registerEventListener(CurrentProgramSceneChangedEvent.class, this::onScene)
                .registerEventListener(StreamStateChangedEvent.class, this::onStream)
                .build();
    }

    private static String literal(InetAddress address) {
        var text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    private void onScene(CurrentProgramSceneChangedEvent event) {
        listener.onSceneChanged(event.getSceneName());
    }

    private void onStream(StreamStateChangedEvent event) {
        listener.onStreamingChanged(event.getMessageData().getEventData().getOutputActive());
    }

    private void onClose(WebSocketCloseCode code) {
        var closure =
                switch (code) {
                    case AuthenticationFailed -> new ObsClosure.WrongPassword();
                    case SessionInvalidated -> new ObsClosure.Kicked();
                    case UnsupportedRpcVersion, UnsupportedFeature -> new ObsClosure.Incompatible();
                    case UnknownCode,
                            DontClose,
                            UnknownReason,
                            MessageDecodeError,
                            MissingDataField,
                            InvalidDataFieldType,
                            InvalidDataFieldValue,
                            UnknownOpCode,
                            NotIdentified,
                            AlreadyIdentified ->
                            new ObsClosure.Lost(
                                    new Sentence(
                                            "a conexão foi fechada", "the connection was closed"));
                };
        closed.complete(closure);
        if (ready.isDone()) {
            listener.onClosed(closure);
        }
    }

    /// A message that the library does not know is no reason to part, so this only notes it; what
    /// is fatal closes the session or lets the wait for it run out.
    private void onError(@Nullable String reason) {
        LOG.debug("obs-websocket-java: {}", reason);
    }

    /// The library could not connect, or is at its end; it says so once and does nothing more.
    private void onFailure(@Nullable String reason) {
        onError(reason);
        closed.complete(new ObsClosure.Lost(STRANGER));
    }

    private void awaitReady() throws ObsUnreachableException {
        await(ready, STRANGER);
    }

    private <A extends RequestResponse<?>> A ask(Request<?> request, Class<A> kind)
            throws ObsRefusedException, ObsUnreachableException {
        var answer = new CompletableFuture<RequestResponse<?>>();
        controller.<Request<?>, RequestResponse<?>>sendRequest(request, answer::complete);
        var response = await(answer, new Sentence("sem resposta", "no answer"));
        var status = response.getMessageData().getRequestStatus();
        if (!status.getResult()) {
            var comment = status.getComment();
            throw new ObsRefusedException(status.getCode(), comment == null ? "" : comment);
        }
        return kind.cast(response);
    }

    private <A> A await(CompletableFuture<A> answer, Sentence silence)
            throws ObsUnreachableException {
        try {
            CompletableFuture.anyOf(answer, closed)
                    .get(WebSocketObsConnector.TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            throw new ObsUnreachableException(new ObsClosure.Lost(silence));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ObsUnreachableException(new ObsClosure.Lost(silence));
        }
        if (!answer.isDone()) {
            throw new ObsUnreachableException(closed.join());
        }
        return answer.join();
    }
}
