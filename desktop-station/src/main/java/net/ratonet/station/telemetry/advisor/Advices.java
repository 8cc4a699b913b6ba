package net.ratonet.station.telemetry.advisor;

import net.ratonet.station.telemetry.Advice;
import net.ratonet.station.telemetry.Advice.Severity;

/// The words of every advice, in both languages.
final class Advices {

    private Advices() {}

    /// What an advice is known by while it holds.
    static String key(Advice advice) {
        return key(advice.code(), advice.subject());
    }

    static String key(String code, String subject) {
        return code + " " + subject;
    }

    static Advice sameCell(String one, String other) {
        return new Advice(
                "same_cell",
                Severity.WARNING,
                one + ", " + other,
                one
                        + " and "
                        + other
                        + " use the same cell, so they fail together. Move one to another operator"
                        + " or band.",
                one
                        + " e "
                        + other
                        + " usam a mesma célula e caem juntos. Troque um deles de operadora ou de"
                        + " banda.");
    }

    static Advice sameOperator(String one, String other, String operator) {
        return new Advice(
                "same_operator",
                Severity.HINT,
                one + ", " + other,
                "%s and %s both use %s. A second operator makes the stream safer."
                        .formatted(one, other, operator),
                "%s e %s usam a %s. Uma segunda operadora deixa a live mais segura."
                        .formatted(one, other, operator));
    }

    static Advice weakSignal(String link, double rsrpDbm) {
        return new Advice(
                "weak_signal",
                Severity.WARNING,
                link,
                "%s hears its cell weakly (%.0f dBm). Move it higher, away from metal, or use an antenna."
                        .formatted(link, rsrpDbm),
                "%s recebe a célula com sinal fraco (%.0f dBm). Coloque-o mais alto, longe de metal, ou use uma antena."
                        .formatted(link, rsrpDbm));
    }

    static Advice weakWifi(String link, int dbm) {
        return new Advice(
                "weak_wifi",
                Severity.HINT,
                link,
                "The Wi-Fi of %s is weak (%d dBm). Move closer to the access point."
                        .formatted(link, dbm),
                "O Wi-Fi de %s está fraco (%d dBm). Aproxime-se do ponto de acesso."
                        .formatted(link, dbm));
    }

    static Advice sameHub(String links) {
        return new Advice(
                "same_usb_hub",
                Severity.HINT,
                links,
                links
                        + " hang on one USB hub: one loose plug takes all of them. Spread them over"
                        + " the ports of the machine.",
                links
                        + " estão no mesmo hub USB: um cabo solto derruba todos. Distribua-os pelas"
                        + " portas do computador.");
    }

    static Advice sameSubnet(String links, String subnet) {
        return new Advice(
                "same_subnet",
                Severity.WARNING,
                links,
                "%s have the same network %s, so only one of them can be reached. Change the address of one in its own settings page."
                        .formatted(links, subnet),
                "%s estão na mesma rede %s e só um deles funciona. Mude o endereço de um na página de configuração dele."
                        .formatted(links, subnet));
    }

    static Advice roaming(String link) {
        return new Advice(
                "roaming",
                Severity.WARNING,
                link,
                link + " is roaming: data may be slow and costly. Check the plan or switch it off.",
                link
                        + " está em roaming: os dados podem ser lentos e caros. Confira o plano ou"
                        + " desligue-o.");
    }

    static Advice simLocked(String link, boolean puk) {
        var word = puk ? "PUK" : "PIN";
        return new Advice(
                "sim_locked",
                Severity.ALARM,
                link,
                "The SIM card of %s wants its %s. Unlock it in a phone and switch the question off."
                        .formatted(link, word),
                "O chip de %s pede o %s. Desbloqueie-o em um celular e desative o pedido."
                        .formatted(link, word));
    }

    static Advice simMissing(String link) {
        return new Advice(
                "sim_missing",
                Severity.ALARM,
                link,
                link + " has no SIM card. Put one in, or push it in further.",
                link + " está sem chip. Coloque um, ou encaixe-o melhor.");
    }

    static Advice budgetSoon(String link, double percent) {
        return new Advice(
                "budget_soon",
                Severity.WARNING,
                link,
                "%s has used %.0f %% of its data. Lower its priority or raise the cap."
                        .formatted(link, percent),
                "%s já usou %.0f %% da franquia. Diminua a prioridade dele ou aumente o limite."
                        .formatted(link, percent));
    }

    static Advice budgetNow(String link, double percent) {
        return new Advice(
                "budget_now",
                Severity.ALARM,
                link,
                "%s has used %.0f %% of its data and is about to be held back. Bring in another link."
                        .formatted(link, percent),
                "%s já usou %.0f %% da franquia e logo será poupado. Ligue outra conexão."
                        .formatted(link, percent));
    }

    static Advice hot(double celsius) {
        return new Advice(
                "heat",
                Severity.WARNING,
                "station",
                "The machine is %.0f °C hot and will slow down. Give it shade and air, or lower the bitrate."
                        .formatted(celsius),
                "O computador está a %.0f °C e vai ficar lento. Dê sombra e ar, ou diminua o bitrate."
                        .formatted(celsius));
    }

    static Advice batteryLow(double percent) {
        return new Advice(
                "battery_low",
                Severity.WARNING,
                "station",
                "The battery is at %.0f %%. Plug in a charger or a power bank.".formatted(percent),
                "A bateria está em %.0f %%. Ligue um carregador ou power bank.".formatted(percent));
    }

    static Advice batteryEmpty(double percent) {
        return new Advice(
                "battery_empty",
                Severity.ALARM,
                "station",
                "The battery is at %.0f %%. Charge now, or end the stream in order."
                        .formatted(percent),
                "A bateria está em %.0f %%. Carregue agora, ou encerre a live com calma."
                        .formatted(percent));
    }

    static Advice batteryTime(long minutes) {
        return new Advice(
                "battery_time",
                Severity.WARNING,
                "station",
                "The battery lasts about %d minutes more. Plug in a charger or a power bank."
                        .formatted(minutes),
                "A bateria dura mais uns %d minutos. Ligue um carregador ou power bank."
                        .formatted(minutes));
    }

    static Advice underVoltage() {
        return new Advice(
                "under_voltage",
                Severity.ALARM,
                "station",
                "The power supply is too weak: modems and disk may drop out. Use a stronger supply"
                        + " or a shorter cable.",
                "A fonte é fraca demais: modems e disco podem cair. Use uma fonte mais forte ou um"
                        + " cabo mais curto.");
    }

    static Advice throttled() {
        return new Advice(
                "throttled",
                Severity.WARNING,
                "station",
                "The machine holds its speed back because of heat or a weak supply. Cool it, and"
                        + " check the supply.",
                "O computador reduziu a velocidade por calor ou fonte fraca. Resfrie-o e confira a"
                        + " fonte.");
    }
}
