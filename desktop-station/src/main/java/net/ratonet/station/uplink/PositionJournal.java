package net.ratonet.station.uplink;

import java.util.Collection;
import java.util.List;

/// Where positions outlive the program until the relay has them. Owned by the uplink's thread. A
/// journal that fails says so once and costs only what a restart would lose.
interface PositionJournal {

    /// Remembers nothing.
    PositionJournal NONE =
            new PositionJournal() {
                @Override
                public List<Report> read() {
                    return List.of();
                }

                @Override
                public void add(Report position) {
                    // There is nowhere to keep it.
                }

                @Override
                public void keepOnly(Collection<Report> waiting) {
                    // There is nothing to forget.
                }
            };

    /// What an earlier run did not deliver, oldest first.
    List<Report> read();

    void add(Report position);

    /// Everything else has arrived or was given up.
    void keepOnly(Collection<Report> waiting);
}
