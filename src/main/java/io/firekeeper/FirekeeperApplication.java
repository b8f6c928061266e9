package io.firekeeper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The Firekeeper console.
 */
@SpringBootApplication
public class FirekeeperApplication {

	public static void main(String[] args) {
		SpringApplication.run(FirekeeperApplication.class, args);
	}

}
