/// Files for browsers.
@NullMarked
package net.ratonet.relay.web.page;

import org.jspecify.annotations.NullMarked;
