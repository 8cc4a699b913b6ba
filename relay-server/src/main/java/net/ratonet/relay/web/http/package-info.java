/// How routes are described, reached and answered.
@NullMarked
package net.ratonet.relay.web.http;

import org.jspecify.annotations.NullMarked;
