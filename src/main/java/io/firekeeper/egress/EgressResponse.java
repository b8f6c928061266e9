package io.firekeeper.egress;

import java.time.Duration;

/**
 * What came back. A status of 300 to 399 is an answer like any other: redirects are never
 * followed.
 *
 * @param status the HTTP status
 * @param contentType the content type without parameters, empty when there is none
 * @param body the body as UTF-8
 * @param took the time from sending to the last byte
 */
public record EgressResponse(int status, String contentType, String body, Duration took) {
}
