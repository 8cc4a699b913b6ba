package net.ratonet.station.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.PrivateFile;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.network.LinkScan;
import net.ratonet.station.network.LocalLink;
import net.ratonet.station.source.Devices;
import tools.jackson.databind.node.ObjectNode;

/// This machine, and the relay.
record RealWorld(
        RelayCalls calls,
        Path folder,
        Supplier<Devices> search,
        EncoderCheck encoder,
        Ticker ticker)
        implements SetupWorld {

    @Override
    public RelayReply get(ServerAddress server, String path, String key)
            throws InterruptedException {
        return calls.get(server, path, key);
    }

    @Override
    public RelayReply post(ServerAddress server, String path, ObjectNode body)
            throws InterruptedException {
        return calls.post(server, path, body);
    }

    @Override
    public List<LocalLink> links() {
        return new LinkScan(List.of()).get();
    }

    @Override
    public LinkTrial test(LocalLink link, ServerAddress server, String key) {
        try {
            var addresses = List.of(InetAddress.getAllByName(server.bareHost()));
            return new LinkTester(server, addresses, key, ticker).test(link);
        } catch (UnknownHostException _) {
            return new LinkTrial(
                    link.name(),
                    0,
                    List.of(),
                    OptionalLong.empty(),
                    Optional.of(Trouble.UNKNOWN_NAME),
                    "",
                    Optional.empty());
        }
    }

    @Override
    public Devices devices() {
        return search.get();
    }

    @Override
    public EncoderCheck.Verdict encode(VideoConfig video) throws InterruptedException {
        return encoder.check(video);
    }

    @Override
    public boolean exists(String file) {
        return Files.exists(folder.resolve(file));
    }

    @Override
    public Optional<String> save(String file, String text) {
        try {
            PrivateFile.write(folder.resolve(file), text);
            return Optional.empty();
        } catch (IOException trouble) {
            return Optional.of(String.valueOf(trouble.getMessage()));
        }
    }
}
