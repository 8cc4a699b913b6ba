package net.ratonet.station.main;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The words for links.
final class LinkWords {

    private LinkWords() {}

    static List<Object> of(Surroundings around) {
        return List.of(new SwitchLink(around));
    }

    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = "Switches a link, or says when it is used.")
    private static final class SwitchLink implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Parameters(index = "0", paramLabel = "NAME", description = "As status names it.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "on|off|prefer|normal|backup")
        private LinkWish wish = LinkWish.NORMAL;

        SwitchLink(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return around.station(terminal).order(wish.of(name));
        }
    }
}
