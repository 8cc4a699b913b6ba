/// Huawei sticks that pose as a network card and tell of themselves over HTTP (HiLink).
@NullMarked
package net.ratonet.station.telemetry.modem.hilink;

import org.jspecify.annotations.NullMarked;
