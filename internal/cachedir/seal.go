package cachedir

import (
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A seal is a small file beside a compiled module that holds a checksum of all of it.
// wazero ends the program over a module that was cut short, and checks only a part of it
// against its own checksum: a wrong offset in the rest would run the wrong code.
// It guards against accidents; against people, the folder's mode does.
const (
	sealSuffix      = ".crc32c"
	temporarySuffix = ".tmp"
)

// abandoned is the age from which a temporary file belongs to a process that died.
const abandoned = time.Hour

// checkSeals removes every compiled module that is not what was sealed, and returns how
// many whole ones there are. An error means that something could not be removed.
func checkSeals(folder string) (whole int, err error) {
	modules, err := compiledModules(folder)
	if err != nil {
		return 0, err
	}
	for _, module := range modules {
		sum, sumErr := checksum(module)
		seal, sealErr := os.ReadFile(module + sealSuffix)
		if sumErr == nil && sealErr == nil && string(seal) == sum {
			whole++
			continue
		}
		for _, path := range []string{module, module + sealSuffix} {
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return whole, err
			}
		}
	}
	return whole, nil
}

// sealAll writes the seals that are missing. Failing to is no error: the next process
// then compiles anew.
func sealAll(folder string) {
	modules, err := compiledModules(folder)
	if err != nil {
		return
	}
	for _, module := range modules {
		if _, err := os.Lstat(module + sealSuffix); err == nil {
			continue
		}
		if sum, err := checksum(module); err == nil {
			writeWhole(module+sealSuffix, sum)
		}
	}
}

// compiledModules lists the modules under the folder, one level down, as wazero lays them
// out, and removes what processes that died left behind.
func compiledModules(folder string) ([]string, error) {
	var modules []string
	versions, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	for _, version := range versions {
		below := filepath.Join(folder, version.Name())
		if !version.IsDir() {
			removeAbandoned(below) // a file of checkSpace
			continue
		}
		entries, err := os.ReadDir(below)
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			path := filepath.Join(below, entry.Name())
			switch {
			case strings.HasSuffix(path, sealSuffix):
			case strings.HasSuffix(path, temporarySuffix):
				removeAbandoned(path)
			default:
				modules = append(modules, path)
			}
		}
	}
	return modules, nil
}

func removeAbandoned(path string) {
	if found, err := os.Lstat(path); err == nil && strings.HasSuffix(path, temporarySuffix) && time.Since(found.ModTime()) > abandoned {
		os.Remove(path)
	}
}

// checksum returns the CRC-32C of a regular file in hexadecimal.
func checksum(path string) (string, error) {
	found, err := os.Lstat(path)
	if err != nil {
		return "", err
	}
	if !found.Mode().IsRegular() {
		return "", errors.New(path + " is not a regular file")
	}
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// writeWhole writes a file that is there with all of its text or not at all.
func writeWhole(path, text string) {
	file, err := os.CreateTemp(filepath.Dir(path), "seal.*"+temporarySuffix)
	if err != nil {
		return
	}
	_, err = file.WriteString(text)
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		os.Remove(file.Name())
	}
}
