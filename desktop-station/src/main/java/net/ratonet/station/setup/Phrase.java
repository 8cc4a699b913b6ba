package net.ratonet.station.setup;

import java.util.Locale;

/// What the wizard says, in both languages. Places for values are those of `String.format`.
enum Phrase {
    LANGUAGE("Language: en or pt?", "Idioma: en ou pt?"),
    WELCOME(
            "This asks what the station needs to know, tries it, and then writes the file .env."
                    + " Enter takes what stands in [brackets]. Ctrl-C ends it; nothing is written"
                    + " before the end.",
            "Aqui se pergunta o que a estação precisa saber, testa-se tudo, e só então o arquivo"
                    + " .env é gravado. Enter aceita o que está entre [colchetes]. Ctrl-C encerra;"
                    + " nada é gravado antes do fim."),
    IMPORTED(
            "Found a settings file with %d settings: they are the defaults here, and what is not"
                    + " asked stays in it.",
            "Há um arquivo com %d configurações: elas são o padrão aqui, e o que não for"
                    + " perguntado continua nele."),
    SERVER(
            "Address of the relay, or a pairing link (ratonet://…)",
            "Endereço do relay, ou um link de pareamento (ratonet://…)"),
    SERVER_WRONG(
            "That is no address. Examples: relay.example.org, ws://192.168.1.20:8000",
            "Isso não é um endereço. Exemplos: relay.example.org, ws://192.168.1.20:8000"),
    SERVER_FOUND("The relay is there: %s", "O relay está lá: %s"),
    SERVER_PLAIN(
            "Warning: the connection is not encrypted, and others on the way can read your key."
                    + " Ask for an address that starts with https://.",
            "Aviso: a conexão não é criptografada, e outros no caminho podem ler a sua chave."
                    + " Peça um endereço que comece com https://."),
    SERVER_FAILED("%s: %s", "%s: %s"),
    UNKNOWN_NAME(
            "there is no such name. Is it spelled right, and is this machine online?",
            "esse nome não existe. Está escrito certo, e esta máquina está na internet?"),
    NOBODY_LISTENS(
            "nothing listens there. Is the relay running, and is the port right?",
            "nada responde nessa porta. O relay está no ar, e a porta está certa?"),
    NO_ANSWER(
            "no answer. A firewall may stand in between.",
            "sem resposta. Pode haver um firewall no caminho."),
    NO_WAY("there is no way to it from here.", "não há caminho até lá daqui."),
    BAD_CERTIFICATE(
            "the encrypted connection failed: the certificate is not valid for this name, or the"
                    + " port speaks plain HTTP.",
            "a conexão criptografada falhou: o certificado não vale para esse nome, ou a porta"
                    + " fala HTTP simples."),
    OTHER_TROUBLE("the connection failed.", "a conexão falhou."),
    NOT_A_RELAY(
            "somebody answers there (HTTP %d), but it is no relay.",
            "alguém responde ali (HTTP %d), mas não é um relay."),
    RELAY_SAYS("The relay refuses: %s", "O relay recusa: %s"),
    TOO_OFTEN("too many tries; wait a minute", "tentativas demais; espere um minuto"),
    ACCOUNT(
            "Account: 1 = I have an id and a key, 2 = register me, 3 = paste a pairing link",
            "Conta: 1 = tenho id e chave, 2 = fazer cadastro, 3 = colar um link de pareamento"),
    ACCOUNT_WRONG("Please type 1, 2 or 3.", "Digite 1, 2 ou 3."),
    ID("Your streamer id", "O seu id de streamer"),
    ID_WRONG(
            "An id has 1 to 64 letters, digits, dots, dashes or underscores.",
            "Um id tem de 1 a 64 letras, números, pontos, hífens ou sublinhados."),
    KEY("Your API key (it is not shown)", "A sua chave de API (não aparece)"),
    KEY_KEPT(
            "Your API key (it is not shown; Enter keeps the one in the file)",
            "A sua chave de API (não aparece; Enter mantém a do arquivo)"),
    KEY_WRONG("That cannot be a key.", "Isso não pode ser uma chave."),
    KEY_OF_OTHER(
            "The key is valid, but belongs to another id: %s. Taken as yours.",
            "A chave é válida, mas é de outro id: %s. Fica valendo esse."),
    NAME("The name that viewers see", "O nome que o público vê"),
    EMAIL("Your e-mail address", "O seu e-mail"),
    REGISTERED(
            "Registered as %s. The key goes into the file and is not shown.",
            "Cadastro feito: %s. A chave vai para o arquivo e não aparece."),
    LINK("The pairing link, or its code (pc_…)", "O link de pareamento, ou só o código (pc_…)"),
    LINK_WRONG(
            "That is no pairing link. The relay makes one: POST /api/me/pairing-code.",
            "Isso não é um link de pareamento. O relay faz um: POST /api/me/pairing-code."),
    HELLO("You are %s.", "Você é %s."),
    NOT_APPROVED(
            "The operator has to approve you before you can connect. The rest can be set up now.",
            "O operador precisa aprovar você antes que possa conectar. O resto já dá para fazer."),
    TARGET(
            "The stream goes to %s, over all links together. The station goes live each time it"
                    + " starts; take FIELD_LIVE_TO out of the file to start the live by hand.",
            "O vídeo vai para %s, por todas as conexões juntas. A estação entra ao vivo sempre que"
                    + " inicia; tire FIELD_LIVE_TO do arquivo para começar a live à mão."),
    TARGET_KEEP(
            "The file sends the stream to %s. Send it to %s instead? (y/n)",
            "O arquivo manda o vídeo para %s. Mandar para %s em vez disso? (s/n)"),
    TARGET_NONE(
            "The relay does not say where streams go; FIELD_LIVE_TO stays as it is.",
            "O relay não diz para onde o vídeo vai; FIELD_LIVE_TO fica como está."),
    YES_OR_NO("Please type y or n.", "Digite s ou n."),
    LINKS_NONE(
            "No link with a way to the internet was found. Plug a modem in; it will be used when"
                    + " it is there.",
            "Nenhuma conexão com caminho para a internet. Ligue um modem; ele será usado quando"
                    + " aparecer."),
    LINKS_TEST(
            "Links to test: %d. One after the other, some seconds and up to 12 MB of data each"
                    + " …",
            "Conexões a testar: %d. Uma por vez; cada uma leva alguns segundos e até 12 MB de"
                    + " dados …"),
    LINK_LINE(
            "  %-10s %-9s score %3d   %4.0f ms, jitter %.0f ms, loss %.0f %%, up %s",
            "  %-10s %-9s nota %3d   %4.0f ms, jitter %.0f ms, perda %.0f %%, envio %s"),
    LINK_FAILED("  %-10s %-9s %s", "  %-10s %-9s %s"),
    LINK_UNBOUND(
            "  %s: the test may have left by another link: %s",
            "  %s: o teste pode ter saído por outra conexão: %s"),
    RATE("%.1f Mbit/s", "%.1f Mbit/s"),
    RATE_UNKNOWN("unknown (%s)", "desconhecido (%s)"),
    GRADE_OK("OK", "OK"),
    GRADE_DEGRADED("DEGRADED", "DEGRADADO"),
    GRADE_FAILED("FAILED", "FALHOU"),
    LINKS(
            "Links to use, parted by commas, or all",
            "Conexões a usar, separadas por vírgula, ou todas"),
    LINKS_WRONG(
            "A link is a name like wwan0, or an address.",
            "Uma conexão é um nome como wwan0, ou um endereço."),
    CAMERAS("Pictures that can be sent:", "Imagens que podem ser enviadas:"),
    CAMERA_LINE("  %d = %s", "  %d = %s"),
    SCREEN("this screen", "esta tela"),
    TEST_PICTURE("test picture", "imagem de teste"),
    CAMERA(
            "A number, or a device, screen, file:PATH or an address like rtsp://…",
            "Um número, ou um dispositivo, screen, file:ARQUIVO ou um endereço como rtsp://…"),
    CAMERA_WRONG(
            "That is neither in the list nor an address.", "Não está na lista nem é endereço."),
    PRESETS("Sizes of the picture:", "Tamanhos da imagem:"),
    PRESET_LINE("  %-8s %s, up to %.0f kbit/s", "  %-8s %s, até %.0f kbit/s"),
    PRESET("Its size", "O tamanho"),
    PRESET_OR_KEEP(
            "Its size, or keep for the one in the file",
            "O tamanho, ou keep para o que está no arquivo"),
    PRESET_WRONG("Please type one of these names.", "Digite um destes nomes."),
    SETTINGS_WRONG(
            "The station will not take these settings; mend them in the file:",
            "A estação não vai aceitar estas configurações; corrija-as no arquivo:"),
    ENCODER_TEST(
            "Encoding the test picture for a second …",
            "Codificando a imagem de teste por um segundo …"),
    ENCODER_OK("The encoder works: %.0f pictures a second.", "O encoder funciona: %.0f quadros/s."),
    ENCODER_SLOW(
            "The encoder works, but too slowly: %.0f of %d pictures a second. Choose a smaller"
                    + " FIELD_VIDEO_PRESET.",
            "O encoder funciona, mas devagar: %.0f de %d quadros/s. Escolha um"
                    + " FIELD_VIDEO_PRESET menor."),
    ENCODER_FAILED("The encoder does not work: %s", "O encoder não funciona: %s"),
    REPLACE("%s exists. Write over it? (y/n)", "%s já existe. Gravar por cima? (s/n)"),
    SAVED(
            "Written: %s, readable by you alone. Start with: station --headless",
            "Gravado: %s, que só você pode ler. Inicie com: station --headless"),
    SAVED_BESIDE(
            "The station reads only .env: move it there when you want it.",
            "A estação só lê .env: mova o arquivo para lá quando quiser."),
    NOT_READ("%s cannot be read: %s", "%s não pode ser lido: %s"),
    NOT_SAVED("%s cannot be written: %s", "%s não pode ser gravado: %s"),
    NOTHING_WRITTEN("Ended. Nothing was written.", "Encerrado. Nada foi gravado.");

    private final String english;
    private final String portuguese;

    Phrase(String english, String portuguese) {
        this.english = english;
        this.portuguese = portuguese;
    }

    String in(Language language, Object... values) {
        return switch (language) {
            case ENGLISH -> String.format(Locale.ROOT, english, values);
            case PORTUGUESE -> String.format(Locale.forLanguageTag("pt-BR"), portuguese, values);
        };
    }
}
