package net.ratonet.relay.output.rtmp;

/// The words for what an output does.
final class OutputTexts {

    static final Reason IDLE =
            new Reason("Espera a transmissão começar", "Waits for the stream to begin");
    static final Reason STOPPED = new Reason("Desligado", "Switched off");
    static final Reason CONNECTING = new Reason("Conectando", "Connecting");
    static final Reason LIVE = new Reason("No ar", "Live");
    static final Reason LOSING =
            new Reason(
                    "No ar, mas a plataforma recebe mais devagar do que o vídeo vem: partes foram"
                            + " puladas",
                    "Live, but the platform takes the video more slowly than it comes: parts were"
                            + " left out");
    static final Reason NOT_A_URL =
            new Reason(
                    "O endereço deve ser rtmp:// ou rtmps://, com servidor, aplicação e chave."
                            + " Copie de novo do painel da plataforma",
                    "The address must be rtmp:// or rtmps:// with server, app and key. Copy it"
                            + " again from the platform's dashboard");
    static final Reason NOT_SRT =
            new Reason(
                    "Endereços srt:// não são aceitos aqui: use rtmp:// ou rtmps://",
                    "srt:// addresses are not taken here: use rtmp:// or rtmps://");

    private OutputTexts() {}

    static Reason of(OutputTrouble trouble) {
        return switch (trouble) {
            case OutputTrouble.UnknownHost(var host) ->
                    new Reason(
                                    "O servidor %s não existe. Confira o endereço",
                                    "There is no host %s. Check the address")
                            .with(host);
            case OutputTrouble.OutOfReach(var host) ->
                    new Reason(
                                    "%s fica dentro de uma rede, e o relay só envia a endereços"
                                            + " públicos",
                                    "%s is inside a network, and the relay sends to public"
                                            + " addresses only")
                            .with(host);
            case OutputTrouble.NoAnswer(var host) ->
                    new Reason("%s não responde", "%s does not answer").with(host);
            case OutputTrouble.ConnectionRefused(var host) ->
                    new Reason(
                                    "%s recusa a conexão. Confira endereço e porta",
                                    "%s refuses the connection. Check address and port")
                            .with(host);
            case OutputTrouble.NotEncrypted(var host, var detail) ->
                    new Reason(
                                    "A conexão segura com %s falhou (%s). Confira o endereço",
                                    "The secure connection to %s failed (%s). Check the address")
                            .with(host, detail);
            case OutputTrouble.NotRtmp(var host) ->
                    new Reason(
                                    "%s não responde em RTMP. Confira endereço e porta",
                                    "%s does not answer in RTMP. Check address and port")
                            .with(host);
            case OutputTrouble.RefusedByPlatform _,
                    OutputTrouble.KeyRefused _,
                    OutputTrouble.HungUpOnKey _,
                    OutputTrouble.EndedByPlatform _ ->
                    ofPlatform(trouble);
            case OutputTrouble.ConnectionLost _ ->
                    new Reason("A conexão caiu", "The connection was lost");
            case OutputTrouble.TooSlow _ ->
                    new Reason(
                            "A plataforma parou de receber. Se isto se repete, reduza a taxa de"
                                    + " bits",
                            "The platform stopped receiving. If this comes again, lower the"
                                    + " bitrate");
            case OutputTrouble.CodecNotTaken(var codec) ->
                    new Reason(
                                    "Esta plataforma não aceita %s. Configure o encoder para H.264",
                                    "This platform does not take %s. Set the encoder to H.264")
                            .with(codec);
            case OutputTrouble.FormatChanged(var before, var now) ->
                    new Reason(
                                    "O encoder mudou de %s para %s, o que exige uma conexão nova:"
                                            + " a plataforma é chamada de novo",
                                    "The encoder changed from %s to %s, which needs a new"
                                            + " connection: the platform is called again")
                            .with(before, now);
            case OutputTrouble.Bug _ ->
                    new Reason(
                            "Erro interno do relay; o log diz mais",
                            "A mistake inside the relay; its log says more");
        };
    }

    private static Reason ofPlatform(OutputTrouble trouble) {
        return switch (trouble) {
            case OutputTrouble.RefusedByPlatform(var words) ->
                    new Reason(
                                    "A plataforma recusou a conexão%s",
                                    "The platform refused the connection%s")
                            .with(quoted(words));
            case OutputTrouble.KeyRefused(var words) ->
                    new Reason(
                                    "A plataforma recusou a chave%s. Copie a chave de novo, ou"
                                            + " encerre a outra transmissão com ela",
                                    "The platform refused the key%s. Copy the key again, or end"
                                            + " the other stream that uses it")
                            .with(quoted(words));
            case OutputTrouble.HungUpOnKey _ ->
                    new Reason(
                            "A plataforma desligou ao ler a chave: ela deve estar errada ou"
                                    + " vencida. Copie a chave de novo",
                            "The platform hung up when it read the key: it is most likely wrong or"
                                    + " expired. Copy the key again");
            case OutputTrouble.EndedByPlatform(var words) ->
                    new Reason(
                                    "A plataforma encerrou a transmissão%s",
                                    "The platform ended the stream%s")
                            .with(quoted(words));
            case OutputTrouble.UnknownHost _,
                    OutputTrouble.OutOfReach _,
                    OutputTrouble.NoAnswer _,
                    OutputTrouble.ConnectionRefused _,
                    OutputTrouble.NotEncrypted _,
                    OutputTrouble.NotRtmp _,
                    OutputTrouble.ConnectionLost _,
                    OutputTrouble.TooSlow _,
                    OutputTrouble.CodecNotTaken _,
                    OutputTrouble.FormatChanged _,
                    OutputTrouble.Bug _ ->
                    of(trouble);
        };
    }

    private static String quoted(String words) {
        return words.isEmpty() ? "" : ": “" + words + "”";
    }
}
