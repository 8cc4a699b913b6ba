package net.ratonet.station.main;

import net.ratonet.shared.wire.LinkPriority;
import net.ratonet.shared.wire.StationCommand;

/// The words for what a link shall do.
enum LinkWish {
    ON,
    OFF,
    PREFER,
    NORMAL,
    BACKUP;

    StationCommand of(String link) {
        return switch (this) {
            case ON -> new StationCommand.SwitchLink(link, true);
            case OFF -> new StationCommand.SwitchLink(link, false);
            case PREFER -> new StationCommand.PrioritiseLink(link, LinkPriority.PREFER);
            case NORMAL -> new StationCommand.PrioritiseLink(link, LinkPriority.NORMAL);
            case BACKUP -> new StationCommand.PrioritiseLink(link, LinkPriority.BACKUP);
        };
    }
}
