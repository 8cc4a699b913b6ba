/// Modems that Linux's ModemManager looks after, over D-Bus. The only place that knows dbus-java.
@NullMarked
package net.ratonet.station.telemetry.modem.dbus;

import org.jspecify.annotations.NullMarked;
