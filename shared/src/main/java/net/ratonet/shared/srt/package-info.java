/// SRT packets as they stand on the wire, read and changed in place. Nothing here allocates.
@NullMarked
package net.ratonet.shared.srt;

import org.jspecify.annotations.NullMarked;
