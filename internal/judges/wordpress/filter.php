<?php
// Filters standard input as WordPress filters the post of an author without the right to
// write unfiltered HTML. The first argument is WordPress's folder.
define('ABSPATH', $argv[1] . '/');
define('WPINC', 'wp-includes');
foreach (['load', 'plugin', 'compat', 'functions', 'formatting', 'kses'] as $part) {
	require ABSPATH . WPINC . "/$part.php";
}
echo wp_kses_post(file_get_contents('php://stdin'));
