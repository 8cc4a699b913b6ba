package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LinkScanTest {

    @Test
    void takesListedAddressesAsTheyAre() {
        var links = new LinkScan(List.of("127.0.0.2", "::1")).get();

        assertThat(links).extracting(LocalLink::name).containsExactly("127.0.0.2", "::1");
        assertThat(links).noneMatch(LocalLink::isDevice);
    }

    @Test
    void findsNoLoopbackAndNoUnknownInterface() {
        assertThat(new LinkScan(List.of()).get())
                .noneMatch(link -> link.name().equals("lo"))
                .allMatch(link -> !link.addresses().isEmpty());
        assertThat(new LinkScan(List.of("wwan77")).get()).isEmpty();
    }
}
