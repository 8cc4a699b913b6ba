package net.ratonet.relay.scene.obs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import net.ratonet.relay.address.AddressKind;
import net.ratonet.relay.health.Sentence;

/// Turns an OBS's host into addresses that the relay may connect to. It is asked at each try, and
/// what it answers is what is connected to, so that a name that changes its meaning gains nothing.
/// Stateless, so any thread may ask.
final class ObsAddresses {

    /// A home has one address of each family; more would only prolong the wait.
    private static final int MOST = 4;

    private final ObsReach reach;
    private final Resolver resolver;

    ObsAddresses(ObsReach reach, Resolver resolver) {
        this.reach = reach;
        this.resolver = resolver;
    }

    /// Asks for all addresses of a host.
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /// At least one address.
    List<InetAddress> of(String host) throws ObsUnreachableException {
        var reachable = Stream.of(resolve(host)).filter(this::isWithinReach).limit(MOST).toList();
        if (reachable.isEmpty()) {
            throw unreachable(
                    new Sentence(
                                    "%s fica dentro de uma rede, e o relay só se conecta a"
                                            + " endereços públicos. Use o endereço público do OBS,"
                                            + " ou peça OBS_PRIVATE_HOSTS ao operador",
                                    "%s is inside a network, and the relay connects to public"
                                            + " addresses only. Use the public address of OBS, or"
                                            + " ask the operator for OBS_PRIVATE_HOSTS")
                            .with(host));
        }
        return reachable;
    }

    private InetAddress[] resolve(String host) throws ObsUnreachableException {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException _) {
            throw unreachable(
                    new Sentence("o endereço %s não existe", "there is no host %s").with(host));
        }
    }

    private boolean isWithinReach(InetAddress address) {
        return reach.includes(AddressKind.seenFromHere(address));
    }

    private static ObsUnreachableException unreachable(Sentence why) {
        return new ObsUnreachableException(new ObsClosure.Lost(why));
    }
}
