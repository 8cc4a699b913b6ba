package net.ratonet.relay.scene;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.ratonet.relay.health.Sentence;

/// Names what a NOALBS file sets that has no place here, so that nobody misses it on air. It never
/// repeats a value that could be a secret.
final class NoalbsLeftovers {

    /// The server types whose place this relay's own ingest takes.
    private static final List<String> KNOWN_SERVERS =
            List.of(
                    "Belabox",
                    "IrlHosting",
                    "Mediamtx",
                    "Nginx",
                    "Nimble",
                    "NodeMediaServer",
                    "Obs",
                    "OpenIRL",
                    "Rist",
                    "SrtLiveServer",
                    "Xiu");

    /// What a machine calls itself.
    private static final List<String> ITSELF = List.of("localhost", "127.0.0.1", "::1");

    private static final List<String> TAKEN_OPTIONS = List.of("switchFromStartingSceneToLiveScene");

    /// Settings of a check, which say nothing unless the check is on.
    private static final List<String> SILENT_OPTIONS =
            List.of("twitchTranscodingRetries", "twitchTranscodingDelaySeconds");

    private NoalbsLeftovers() {}

    static void note(NoalbsNode root, Consumer<Sentence> notes) {
        root.at("switcher").list("streamServers").forEach(server -> noteServer(server, notes));
        noteSoftware(root.at("software"), notes);
        noteChat(root.at("chat"), notes);
        noteOptions(root.at("optionalOptions"), notes);
    }

    private static void noteServer(NoalbsNode server, Consumer<Sentence> notes) {
        var type = server.at("streamServer").text("type").orElse("?");
        var name = server.text("name").orElse(type);
        if (!KNOWN_SERVERS.contains(type)) {
            notes.accept(
                    new Sentence(
                                    "Servidor \"%s\": tipo %s desconhecido",
                                    "Server \"%s\": unknown type %s")
                            .with(name, type));
        } else {
            notes.accept(
                    new Sentence(
                                    "Servidor \"%s\" (%s): o relay mede o próprio sinal, aponte o"
                                            + " encoder para ele",
                                    "Server \"%s\" (%s): the relay measures its own signal, point"
                                            + " the encoder to it")
                            .with(name, type));
        }
        if (server.at("overrideScenes").isPresent() || server.at("dependsOn").isPresent()) {
            notes.accept(
                    new Sentence(
                                    "Servidor \"%s\": cenas próprias por servidor não existem aqui",
                                    "Server \"%s\": there are no scenes per server here")
                            .with(name));
        }
    }

    private static void noteSoftware(NoalbsNode software, Consumer<Sentence> notes) {
        software.text("type")
                .filter(type -> !type.equals("Obs"))
                .ifPresent(type ->
                        notes.accept(
                                new Sentence(
                                                "Programa %s desconhecido, só o OBS é"
                                                        + " suportado",
                                                "Unknown software %s, only OBS is" + " supported")
                                        .with(type)));
        var host = software.text("host").orElse(ObsSettings.DEFAULT_HOST);
        if (ITSELF.contains(host)) {
            noteHost(host, notes);
        }
        if (software.at("collections").namesInUse().findAny().isPresent()) {
            notes.accept(
                    new Sentence(
                            "Perfis e coleções de cenas do OBS não são trocados",
                            "OBS profiles and scene collections are not switched"));
        }
    }

    private static void noteHost(String host, Consumer<Sentence> notes) {
        notes.accept(
                new Sentence(
                                "Endereço %s: era a máquina do NOALBS. Ponha o endereço em que o"
                                        + " relay alcança o OBS",
                                "Host %s: that was NOALBS's own machine. Set the address at which"
                                        + " the relay reaches OBS")
                        .with(host));
    }

    private static void noteChat(NoalbsNode chat, Consumer<Sentence> notes) {
        if (chat.isPresent()) {
            notes.accept(
                    new Sentence(
                            "Chat: os comandos são configurados no painel",
                            "Chat: commands are set up in the panel"));
        }
    }

    private static void noteOptions(NoalbsNode options, Consumer<Sentence> notes) {
        var unused =
                options.namesInUse()
                        .filter(name -> !TAKEN_OPTIONS.contains(name))
                        .filter(name -> !SILENT_OPTIONS.contains(name))
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            notes.accept(
                    new Sentence("Opções sem equivalente: %s", "Options without equivalent: %s")
                            .with(unused));
        }
    }
}
